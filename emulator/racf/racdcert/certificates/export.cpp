// emulator/racf/racdcert/certificates/export.cpp - EXPORT and GENREQ: certificates, packages and requests into data
// sets.
#include <array>

#include "emulator/crypto/certificates/request.hpp"
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
  std::string_view name;
  Content content;
  bool base64;
  const char* header;  ///< of the Base64 form
};

constexpr std::array formats = {
    FormatRule{"CERTB64", Content::certificate, true, "CERTIFICATE"},
    FormatRule{"CERTDER", Content::certificate, false, ""},
    FormatRule{"PKCS7B64", Content::pkcs7, true, rules::pkcs7_header},
    FormatRule{"PKCS7DER", Content::pkcs7, false, ""},
    FormatRule{"PKCS12B64", Content::pkcs12, true, rules::pkcs12_header},
    FormatRule{"PKCS12DER", Content::pkcs12, false, ""},
};

// Without FORMAT: PKCS12DER when there is a password, else CERTB64 (Command Language Reference, RACDCERT EXPORT).
const FormatRule& format_operand(const Request& request) {
  std::string name = request.operands.value_of("FORMAT");
  if (name.empty()) name = request.operands.has("PASSWORD") ? "PKCS12DER" : "CERTB64";
  for (const FormatRule& format : formats)
    if (format.name == name) return format;
  return formats.front();
}

std::vector<crypto::Certificate> certificates_of(Context& context, const std::vector<Stored>& chain) {
  if (!chain.back().certificate.is_self_signed()) context.say(MessageId::rsd212i, {std::to_string(chain.size())});
  std::vector<crypto::Certificate> certificates;
  for (const Stored& stored : chain) certificates.push_back(stored.certificate);
  return certificates;
}

Result<base::Bytes> pkcs12_of(Context& context, const Request& request, const Stored& stored) {
  if (!stored.record.private_key) return refuse(MessageId::irrd147i);  // a key in ICSF does not leave it
  const auto key = private_key_of(context.session(), stored.record);
  const bool aes = request.operands.has("PBE");
  if (aes && context.rules().level < lab::RacfLevel::v3r2)
    return refuse(MessageId::rsd209i, "PBE", "AES", "it needs RACF level 3.2");
  return crypto::pkcs12(
      certificates_of(context, chain_of(context, stored)), *key, base::Secret(request.operands.value_of("PASSWORD")),
      rules::export_friendly_name ? stored.record.label : std::string{},
      aes ? crypto::Pkcs12Encryption::aes_256 : crypto::Pkcs12Encryption::triple_des, context.randomness());
}

Result<base::Bytes> content_of(Context& context, const Request& request, const FormatRule& format,
                               const Stored& stored) {
  if (format.content == Content::certificate) return stored.record.der;
  if (format.content == Content::pkcs7) return crypto::pkcs7(certificates_of(context, chain_of(context, stored)));
  return pkcs12_of(context, request, stored);
}

// PASSWORD and PBE protect a private key, which only PKCS#12 carries.
void note_package_operands(Context& context, const Request& request, const FormatRule& format) {
  if (format.content == Content::pkcs12) return;
  for (const char* operand : {"PASSWORD", "PBE"})
    if (request.operands.has(operand))
      context.diagnose(std::string("operand ") + operand + " has no meaning for FORMAT(" + std::string(format.name) +
                       ") and had no effect");
}

}  // namespace

Result<void> export_certificate(Context& context, const Request& request) {
  const FormatRule& format = format_operand(request);
  if (auto refused = require(request.function, "LABEL"); !refused) return refused;
  if (auto refused = require(request.operands, "DSN"); !refused) return refused;
  if (format.content == Content::pkcs12)
    if (auto refused = require(request.operands, "PASSWORD"); !refused) return refused;
  if (auto refused = authorize_selected(context, "EXPORT", request.owner, request.function); !refused) return refused;
  if (format.content == Content::pkcs12)
    if (auto refused = authorize_selected(context, "EXPORTKEY", request.owner, request.function); !refused)
      return refused;
  const auto stored = select_by_label(context, request.owner, request.function.value_of("LABEL"));
  if (!stored) return tl::make_unexpected(stored.error());
  note_package_operands(context, request, format);
  const auto content = content_of(context, request, format, *stored);
  if (!content) return tl::make_unexpected(content.error());
  if (!format.base64) return write_binary_output(context, request, *content);
  const bool armored = *format.header != '\0';
  return write_text_output(context, request,
                           armored ? crypto::armor(*content, format.header) : crypto::base64_lines(*content));
}

Result<void> generate_request(Context& context, const Request& request) {
  if (auto refused = require(request.function, "LABEL"); !refused) return refused;
  if (auto refused = require(request.operands, "DSN"); !refused) return refused;
  if (auto refused = authorize_selected(context, "GENREQ", request.owner, request.function); !refused) return refused;
  auto stored = select_by_label(context, request.owner, request.function.value_of("LABEL"));
  if (!stored) return tl::make_unexpected(stored.error());
  const auto key = signing_key_of(context.session(), stored->record);
  if (!key) return refuse(MessageId::irrd128i, "GENREQ");
  crypto::Extensions extensions = stored->certificate.extensions();
  extensions.issuer_alt_names.reset();  // not among those that RACF puts into a request
  const base::Bytes der = crypto::make_request(stored->certificate.subject(), *key, extensions, context.randomness());
  stored->record.request_made = true;
  context.database().certificates.replace(stored->record);
  return write_text_output(context, request, crypto::armor(der, rules::request_header));
}

}  // namespace ringside::racf::racdcert
