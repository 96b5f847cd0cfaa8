// emulator/jes/message.cpp - the messages of jobs.
#include "emulator/jes/message.hpp"

#include <array>

#include "base/fault.hpp"

namespace ringside::jes {
namespace {

constexpr std::array rules = {
#define RINGSIDE_MESSAGE(name, number, text, mark, source) MessageRule{MessageId::name, number, text, mark, source},
#include "emulator/jes/message_table.inc"
#undef RINGSIDE_MESSAGE
};

}  // namespace

std::span<const MessageRule> message_rules() {
  return rules;
}

std::string_view number_of(MessageId id) {
  return rules[static_cast<std::size_t>(id)].number;
}

std::string message_text(MessageId id, const std::vector<std::string>& inserts) {
  const MessageRule& rule = rules[static_cast<std::size_t>(id)];
  std::string text;
  std::string_view rest = rule.text;
  for (const std::string& insert : inserts) {
    const auto place = rest.find("{}");
    if (place == std::string_view::npos) throw base::Fault("too many inserts for message " + std::string(rule.number));
    text.append(rest.substr(0, place)).append(insert);
    rest.remove_prefix(place + 2);
  }
  if (rest.find("{}") != std::string_view::npos)
    throw base::Fault("too few inserts for message " + std::string(rule.number));
  return text.append(rest);
}

std::string message(MessageId id, const std::vector<std::string>& inserts) {
  return std::string(number_of(id)) + " " + message_text(id, inserts);
}

}  // namespace ringside::jes
