// emulator/racf/racdcert/tokens/token.cpp - names, objects and authority of PKCS#11 tokens.
#include "emulator/racf/racdcert/tokens/token.hpp"

#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/racdcert/icsf_authority.hpp"
#include "emulator/racf/racdcert/icsf_name.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::size_t most_characters = 32;
constexpr int most_dsa_bits = 1024;

AccessNeed need_for(const std::string& token, TokenUse use) {
  const auto level = [](const char* word) { return access_level(word).value(); };
  switch (use) {
    case TokenUse::manage:
      return {"CRYPTOZ", "SO." + token, level(rules::cryptoz_manage_token)};
    case TokenUse::change:
      return {"CRYPTOZ", "USER." + token, level(rules::cryptoz_change_objects)};
    case TokenUse::read:
      break;
  }
  return {"CRYPTOZ", "USER." + token, level(rules::cryptoz_read_objects)};
}

}  // namespace

Result<std::string> token_name(const std::string& operand) {
  std::string name = base::upper(operand);
  if (!is_icsf_name(name, most_characters))
    return refuse(MessageId::rsd209i, "TOKEN", operand,
                  "a token name has 1 to 32 letters, digits, @, #, $ and periods, the first no digit and no period");
  return name;
}

bool token_takes(const crypto::KeySpec& key) {
  if (key.type == crypto::KeyType::dsa) return key.bits <= most_dsa_bits;
  return key.type != crypto::KeyType::other;
}

std::string sequence_text(std::int64_t sequence) {
  return fmt::format("{:08X}", sequence);
}

std::int64_t sequence_value(const std::string& digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

Result<database::TokenObject> find_object(Context& context, const std::string& token, std::int64_t sequence) {
  for (auto& object : context.database().tokens.objects(token))
    if (object.sequence == sequence) return std::move(object);
  return refuse(MessageId::rsd221i, token, "sequence number " + sequence_text(sequence));
}

bool may_use_token(Context& context, const std::string& token, TokenUse use) {
  return icsf_would_allow(context, need_for(token, use));
}

Result<void> authorize_token(Context& context, const std::string& token, TokenUse use) {
  if (!icsf_allows(context, need_for(token, use))) return refuse(MessageId::rsd225i, token);
  return {};
}

Result<std::string> usable_token(Context& context, const std::string& operand, TokenUse use) {
  auto name = token_name(operand);
  if (!name) return name;
  if (auto refused = authorize_token(context, *name, use); !refused) return refusal_of(refused);
  if (!context.database().tokens.exists(*name)) return refuse(MessageId::rsd220i, *name);
  return name;
}

}  // namespace ringside::racf::racdcert
