// emulator/racf/racdcert/data_set_io.cpp - data sets that RACDCERT reads and writes.
#include "emulator/racf/racdcert/data_set_io.hpp"

#include "base/data_set_name.hpp"
#include "emulator/host/records.hpp"

namespace ringside::racf::racdcert {
namespace {

std::string full_name(const Context& context, const DataSetOperand& data_set) {
  return host::qualify(data_set.name, data_set.quoted, context.prefix());
}

Result<void> put_output(Context& context, const host::DataSet& data_set) {
  if (!base::is_data_set_name(data_set.name))
    return refuse(MessageId::rsd213i, data_set.name, "it is not a data set name");
  if (const auto old = context.session().data_sets.find(data_set.name); old && old->is_library)
    return refuse(MessageId::rsd213i, data_set.name, "it is a library");
  context.session().data_sets.put(data_set);
  return {};
}

Result<crypto::Package> check_encryption(Context& context, crypto::Package package) {
  if (!package.modern_encryption || context.rules().level >= lab::RacfLevel::v3r2) return package;
  if (context.rules().refuse_aes_pkcs12) return refuse(MessageId::rsd214i);
  context.diagnose(
      "this PKCS#12 is encrypted with AES: a real system below 3.2 refuses it; make it with 3DES (openssl "
      "pkcs12 -legacy, or -keypbe and -certpbe PBE-SHA1-3DES)");
  return package;
}

}  // namespace

std::optional<base::Secret> read_password(const Request& request) {
  const auto text = read_text(request.operands, "PASSWORD");
  if (!text) return std::nullopt;
  return base::Secret(*text);
}

Result<base::Bytes> read_input(Context& context, const DataSetOperand& data_set) {
  const std::string name = full_name(context, data_set);
  const auto found = context.session().data_sets.find(name);
  if (base::member_name(name) || (found && found->is_library)) {
    context.diagnose(name + ": RACDCERT reads sequential data sets only, no library and no member");
    return refuse(MessageId::irrd103i);
  }
  if (!found) {
    context.diagnose("data set " + name + " is not cataloged on system " + context.session().system.name);
    return refuse(MessageId::irrd103i);
  }
  if (found->record_format != "VB") {
    context.diagnose("data set " + name + " has RECFM=" + found->record_format + "; RACDCERT reads RECFM=VB only");
    return refuse(MessageId::irrd103i);
  }
  return host::certificate_input(*found);
}

Result<crypto::Package> read_certificates(Context& context, const DataSetOperand& data_set,
                                          const std::optional<base::Secret>& password) {
  const auto bytes = read_input(context, data_set);
  if (!bytes) return refusal_of(bytes);
  auto package = crypto::read_package(*bytes, password);
  if (!package) {
    context.diagnose("the input data set: " + package.error().detail);
    const bool wrong_password = package.error().kind == crypto::ProblemKind::wrong_password;
    return refuse(wrong_password ? MessageId::rsd206i : MessageId::irrd104i);
  }
  if (package->kind != crypto::PackageKind::pkcs12 && password)
    context.diagnose("operand PASSWORD has no meaning for a data set that is no PKCS#12 package and had no effect");
  return check_encryption(context, std::move(*package));
}

Result<void> write_text_output(Context& context, const DataSetOperand& data_set, const std::string& text) {
  return put_output(context, host::folded_text_records(full_name(context, data_set), text));
}

Result<void> write_binary_output(Context& context, const DataSetOperand& data_set, base::ByteView bytes) {
  return put_output(context, host::binary_records(full_name(context, data_set), bytes));
}

}  // namespace ringside::racf::racdcert
