// emulator/racf/racdcert/certificates/export.cpp - RACDCERT EXPORT: certificates and packages into data sets.
#include "emulator/racf/racdcert/certificates/export.hpp"

#include <algorithm>
#include <array>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12_export.hpp"
#include "emulator/crypto/containers/pkcs7.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/chain.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

enum class Content { certificate, pkcs7, pkcs12 };

struct FormatRule {
  ExportFormat format;
  std::string_view name;
  Content content;
  bool base64;
  const char* header;  ///< of the Base64 form
};

constexpr std::array formats = {
    FormatRule{ExportFormat::certb64, "CERTB64", Content::certificate, true, "CERTIFICATE"},
    FormatRule{ExportFormat::certder, "CERTDER", Content::certificate, false, ""},
    FormatRule{ExportFormat::pkcs7b64, "PKCS7B64", Content::pkcs7, true, rules::pkcs7_header},
    FormatRule{ExportFormat::pkcs7der, "PKCS7DER", Content::pkcs7, false, ""},
    FormatRule{ExportFormat::pkcs12b64, "PKCS12B64", Content::pkcs12, true, rules::pkcs12_header},
    FormatRule{ExportFormat::pkcs12der, "PKCS12DER", Content::pkcs12, false, ""},
};

const FormatRule& rule_of(ExportFormat format) {
  return *std::find_if(formats.begin(), formats.end(), [&](const FormatRule& rule) { return rule.format == format; });
}

// The default is that of the Command Language Reference, RACDCERT EXPORT.
ExportFormat read_format(const Request& request) {
  const std::string name = request.operands.value_of("FORMAT");
  for (const FormatRule& rule : formats)
    if (rule.name == name) return rule.format;
  return request.operands.has("PASSWORD") ? ExportFormat::pkcs12der : ExportFormat::certb64;
}

std::vector<crypto::Certificate> certificates_of(Context& context, const std::vector<Stored>& chain) {
  if (!chain.back().certificate.is_self_signed()) context.say(MessageId::rsd212i, {std::to_string(chain.size())});
  std::vector<crypto::Certificate> certificates;
  for (const Stored& stored : chain) certificates.push_back(stored.certificate);
  return certificates;
}

Result<base::Bytes> pkcs12_of(Context& context, const ExportOperands& operands, const Stored& stored) {
  const bool is_in_icsf = stored.record.site && stored.record.site->has_key_in_icsf();
  // a key in ICSF cannot be exported, nor one that is at the site only
  if (!stored.record.private_key || is_in_icsf) return refuse(MessageId::irrd147i);
  const auto key = private_key_of(context.session(), stored.record);
  if (operands.aes && context.rules().level < lab::RacfLevel::v3r2)
    return refuse(MessageId::rsd209i, "PBE", "AES", "it needs RACF level 3.2");
  return crypto::pkcs12(certificates_of(context, chain_of(context, stored)), *key, *operands.password,
                        rules::export_friendly_name ? stored.record.label : std::string{},
                        operands.aes ? crypto::Pkcs12Encryption::aes_256 : crypto::Pkcs12Encryption::triple_des,
                        context.randomness());
}

Result<base::Bytes> exported(Context& context, const ExportOperands& operands, const FormatRule& format,
                             const Stored& stored) {
  if (format.content == Content::certificate) return stored.record.der;
  if (format.content == Content::pkcs7) return crypto::pkcs7(certificates_of(context, chain_of(context, stored)));
  return pkcs12_of(context, operands, stored);
}

// PASSWORD and PBE protect a private key. Only PKCS#12 has one.
void note_package_operands(Context& context, const ExportOperands& operands, const FormatRule& format) {
  if (format.content == Content::pkcs12) return;
  const auto note = [&](const char* operand) {
    context.diagnose(std::string("operand ") + operand + " has no meaning for FORMAT(" + std::string(format.name) +
                     ") and had no effect");
  };
  if (operands.password) note("PASSWORD");
  if (operands.aes) note("PBE");
}

Result<void> authorize_export(Context& context, const ExportOperands& operands, const FormatRule& format) {
  const Selection by_label{operands.label};
  if (auto refused = authorize_selected(context, "EXPORT", operands.owner, by_label); !refused) return refused;
  if (format.content != Content::pkcs12) return {};
  return authorize_selected(context, "EXPORTKEY", operands.owner, by_label);
}

}  // namespace

ExportOperands read_export(const Request& request) {
  return {request.owner,
          read_label(request.function, "LABEL"),
          read_data_set(request.operands.find("DSN")),
          read_format(request),
          read_password(request),
          request.operands.has("PBE")};
}

Result<void> export_certificate(Context& context, const ExportOperands& operands) {
  const FormatRule& format = rule_of(operands.format);
  if (auto missing = require(operands.label.has_value(), "LABEL"); !missing) return missing;
  if (auto missing = require(operands.data_set.has_value(), "DSN"); !missing) return missing;
  if (format.content == Content::pkcs12)
    if (auto missing = require(operands.password.has_value(), "PASSWORD"); !missing) return missing;
  if (auto refused = authorize_export(context, operands, format); !refused) return refused;
  const auto stored = select_certificate(context, operands.owner, {operands.label});
  if (!stored) return refusal_of(stored);
  note_package_operands(context, operands, format);
  const auto content = exported(context, operands, format, *stored);
  if (!content) return refusal_of(content);
  if (!format.base64) return write_binary_output(context, *operands.data_set, *content);
  const bool armored = *format.header != '\0';
  return write_text_output(context, *operands.data_set,
                           armored ? crypto::armor(*content, format.header) : crypto::base64_lines(*content));
}

}  // namespace ringside::racf::racdcert
