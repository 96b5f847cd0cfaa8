// emulator/racf/racdcert/key_usage.cpp - KEYUSAGE as a table.
#include "emulator/racf/racdcert/key_usage.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ringside::racf::racdcert {
namespace {

using crypto::KeyUsageBits;

struct UsageRule {
  KeyUse use;
  std::string_view word;
  std::optional<KeyUsageBits> rsa, dsa, ecc;  ///< nullopt: does not fit the key type
};

// In the order of LIST.
const std::array<UsageRule, 5>& usage_rules() {
  static const std::array<UsageRule, 5> rules = {{
      {KeyUse::handshake, "HANDSHAKE", crypto::digital_signature | crypto::key_encipherment, crypto::digital_signature,
       crypto::digital_signature},
      {KeyUse::data_encrypt, "DATAENCRYPT", crypto::data_encipherment, std::nullopt, std::nullopt},
      {KeyUse::doc_sign, "DOCSIGN", crypto::non_repudiation, crypto::non_repudiation, crypto::non_repudiation},
      {KeyUse::cert_sign, "CERTSIGN", certificate_signing, certificate_signing, certificate_signing},
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

std::string key_usage_text(KeyUsageBits bits) {
  std::vector<std::string> words;
  for (const UsageRule& rule : usage_rules())
    if ((bits & (rule.rsa.value_or(0) | rule.ecc.value_or(0))) != 0) words.emplace_back(rule.word);
  return base::join(words, ", ");
}

}  // namespace ringside::racf::racdcert
