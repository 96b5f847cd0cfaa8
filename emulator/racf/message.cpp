// emulator/racf/message.cpp - the catalogue of RACF messages.
#include "emulator/racf/message.hpp"

#include <array>

#include "base/fault.hpp"

namespace ringside::racf {
namespace {

constexpr std::array rules = {
#define RINGSIDE_MESSAGE(name, number, text, return_code, mark, source) \
  MessageRule{MessageId::name, number, text, return_code, mark, source},
#include "emulator/racf/message_table.inc"
#undef RINGSIDE_MESSAGE
};

}  // namespace

std::span<const MessageRule> message_rules() {
  return rules;
}

const MessageRule& rule_of(MessageId id) {
  return rules[static_cast<std::size_t>(id)];
}

std::string message_text(MessageId id, const std::vector<std::string>& inserts) {
  const MessageRule& rule = rule_of(id);
  std::string text;
  std::size_t used = 0;
  for (std::size_t at = 0; at < rule.text.size(); ++at) {
    if (rule.text.compare(at, 2, "{}") != 0) {
      text += rule.text[at];
      continue;
    }
    if (used == inserts.size()) throw base::Fault("too few inserts for message " + std::string(rule.number));
    text += inserts[used++];
    ++at;
  }
  if (used != inserts.size()) throw base::Fault("too many inserts for message " + std::string(rule.number));
  return text;
}

}  // namespace ringside::racf
