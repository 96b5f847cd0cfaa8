// emulator/racf/racdcert/generate/extensions.cpp - the extensions of a generated certificate.
#include "emulator/racf/racdcert/generate/extensions.hpp"

#include <algorithm>
#include <array>

namespace ringside::racf::racdcert {
namespace {

using crypto::KeyUsageBits;

constexpr KeyUsageBits signs_certificates = crypto::key_cert_sign | crypto::crl_sign;

struct UsageRule {
  KeyUse use;
  std::string_view word;
  std::optional<KeyUsageBits> rsa, dsa, ecc;  ///< nullopt: does not fit the key type
};

const std::array<UsageRule, 5>& usage_rules() {
  static const std::array<UsageRule, 5> rules = {{
      {KeyUse::handshake, "HANDSHAKE", crypto::digital_signature | crypto::key_encipherment, crypto::digital_signature,
       crypto::digital_signature},
      {KeyUse::data_encrypt, "DATAENCRYPT", crypto::data_encipherment, std::nullopt, std::nullopt},
      {KeyUse::doc_sign, "DOCSIGN", crypto::non_repudiation, crypto::non_repudiation, crypto::non_repudiation},
      {KeyUse::cert_sign, "CERTSIGN", signs_certificates, signs_certificates, signs_certificates},
      {KeyUse::key_agree, "KEYAGREE", std::nullopt, std::nullopt, crypto::key_agreement},
  }};
  return rules;
}

bool names(const parser::Keyword& key_usage, std::string_view word) {
  return std::any_of(key_usage.values.begin(), key_usage.values.end(),
                     [&](const parser::Value& value) { return value.text == word; });
}

const std::optional<KeyUsageBits>& bits_for(const UsageRule& rule, crypto::KeyType key) {
  if (key == crypto::KeyType::rsa) return rule.rsa;
  return key == crypto::KeyType::dsa ? rule.dsa : rule.ecc;
}

const crypto::Extensions& requested(const ExtensionSources& sources) {
  static const crypto::Extensions none;
  return sources.request == nullptr ? none : sources.request->extensions;
}

Result<std::optional<KeyUsageBits>> certauth_key_usage(const ExtensionSources& sources) {
  const auto& from_request = requested(sources).key_usage;
  if (from_request && (*from_request & crypto::key_cert_sign) == 0)
    return refuse(MessageId::rsd211i, "its keyUsage does not allow a CERTAUTH certificate to sign certificates");
  if (sources.key_usage) return std::optional<KeyUsageBits>(*sources.key_usage | signs_certificates);
  return std::optional<KeyUsageBits>(from_request.value_or(signs_certificates));
}

Result<std::optional<crypto::BasicConstraints>> basic_constraints(const ExtensionSources& sources) {
  const auto& from_request = requested(sources).basic_constraints;
  if (!sources.owner.is_certauth()) return from_request;
  if (from_request && !from_request->is_ca)
    return refuse(MessageId::rsd211i, "its basicConstraints deny that a CERTAUTH certificate is a CA");
  return std::optional(crypto::BasicConstraints{true, from_request ? from_request->path_length : std::nullopt});
}

void copy_names(const ExtensionSources& sources, crypto::Extensions& extensions) {
  if (sources.alt_names) {
    extensions.subject_alt_names = sources.alt_names;
  } else {
    extensions.subject_alt_names = requested(sources).subject_alt_names;
    extensions.subject_alt_names_der = requested(sources).subject_alt_names_der;
  }
  if (sources.signer != nullptr) extensions.issuer_alt_names = sources.signer->extensions().subject_alt_names_der;
}

}  // namespace

std::vector<KeyUse> read_key_usage(const Request& request) {
  const parser::Keyword* given = request.operands.find("KEYUSAGE");
  std::vector<KeyUse> uses;
  for (const UsageRule& rule : usage_rules())
    if (given != nullptr && names(*given, rule.word)) uses.push_back(rule.use);
  return uses;
}

Result<std::optional<KeyUsageBits>> key_usage_for(const std::vector<KeyUse>& uses, crypto::KeyType key) {
  KeyUsageBits bits = 0;
  for (const UsageRule& rule : usage_rules()) {
    if (std::find(uses.begin(), uses.end(), rule.use) == uses.end()) continue;
    const auto& allowed = bits_for(rule, key);
    if (!allowed) return refuse(MessageId::irrd156i);
    bits = static_cast<KeyUsageBits>(bits | *allowed);
  }
  if (bits == 0) return std::nullopt;
  return bits;
}

Result<crypto::Extensions> extensions_for(const ExtensionSources& sources, const crypto::PublicKey& key) {
  crypto::Extensions extensions;
  if (sources.owner.is_certauth()) {
    auto usage = certauth_key_usage(sources);
    if (!usage) return refusal_of(usage);
    extensions.key_usage = *usage;
  } else {
    extensions.key_usage = sources.key_usage ? sources.key_usage : requested(sources).key_usage;
  }
  auto constraints = basic_constraints(sources);
  if (!constraints) return refusal_of(constraints);
  extensions.basic_constraints = *constraints;
  copy_names(sources, extensions);
  extensions.extended_key_usage = requested(sources).extended_key_usage;
  const auto& key_id = requested(sources).subject_key_id;
  extensions.subject_key_id = key_id ? key_id : std::optional(key.key_identifier());
  if (sources.signer != nullptr) extensions.authority_key_id = sources.signer->extensions().subject_key_id;
  return extensions;
}

}  // namespace ringside::racf::racdcert
