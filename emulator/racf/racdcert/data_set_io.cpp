// emulator/racf/racdcert/data_set_io.cpp - data sets that RACDCERT reads and writes.
#include "emulator/racf/racdcert/data_set_io.hpp"

#include "emulator/host/records.hpp"
#include "emulator/racf/racdcert/function_table.hpp"

namespace ringside::racf::racdcert {
namespace {

std::string full_name(const Context& context, const parser::Keyword& keyword) {
  if (keyword.values.empty()) return {};
  const parser::Value& value = keyword.values.front();
  return host::qualify(value.text, value.quoted, context.user());
}

Result<void> put_output(Context& context, const host::DataSet& data_set) {
  if (!host::is_data_set_name(data_set.name))
    return refuse(MessageId::rsd213i, data_set.name, "it is not a data set name");
  context.session().data_sets.put(data_set);
  return {};
}

std::optional<base::Secret> password_operand(const Request& request) {
  const bool read = status_of(*find_function_rule(request.function.name), "PASSWORD") == OperandStatus::implemented;
  if (!read || !request.operands.has("PASSWORD")) return std::nullopt;
  return base::Secret(request.operands.value_of("PASSWORD"));
}

Result<crypto::Package> check_encryption(Context& context, crypto::Package package) {
  if (!package.modern_encryption || context.rules().level >= lab::RacfLevel::v3r2) return package;
  if (context.rules().strict) return refuse(MessageId::rsd214i);
  context.diagnose(
      "this PKCS#12 is encrypted with AES: a real system below 3.2 refuses it; make it with 3DES (openssl "
      "pkcs12 -legacy, or -keypbe and -certpbe PBE-SHA1-3DES)");
  return package;
}

}  // namespace

Result<base::Bytes> read_input(Context& context, const parser::Keyword& keyword) {
  const std::string name = full_name(context, keyword);
  const auto data_set = context.session().data_sets.find(name);
  if (!data_set) {
    context.diagnose("data set " + name + " is not cataloged on system " + context.session().system.name);
    return refuse(MessageId::irrd103i);
  }
  if (data_set->record_format != "VB") {
    context.diagnose("data set " + name + " has RECFM=" + data_set->record_format + "; RACDCERT reads RECFM=VB only");
    return refuse(MessageId::irrd103i);
  }
  return host::certificate_input(*data_set);
}

Result<crypto::Package> read_certificates(Context& context, const Request& request) {
  const auto bytes = read_input(context, request.function);
  if (!bytes) return tl::make_unexpected(bytes.error());
  auto package = crypto::read_package(*bytes, password_operand(request));
  if (!package) {
    context.diagnose("the input data set: " + package.error().detail);
    const bool password = package.error().kind == crypto::ProblemKind::wrong_password;
    return refuse(password ? MessageId::rsd206i : MessageId::irrd104i);
  }
  if (package->kind != crypto::PackageKind::pkcs12 && password_operand(request))
    context.diagnose("operand PASSWORD has no meaning for a data set that is no PKCS#12 package and had no effect");
  return check_encryption(context, std::move(*package));
}

Result<void> write_text_output(Context& context, const Request& request, const std::string& text) {
  return put_output(context, host::folded_text_records(full_name(context, *request.operands.find("DSN")), text));
}

Result<void> write_binary_output(Context& context, const Request& request, base::ByteView bytes) {
  return put_output(context, host::binary_records(full_name(context, *request.operands.find("DSN")), bytes));
}

}  // namespace ringside::racf::racdcert
