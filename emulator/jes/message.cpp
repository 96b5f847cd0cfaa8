// emulator/jes/message.cpp - the catalogue of job messages.
#include "emulator/jes/message.hpp"

#include <array>

namespace ringside::jes {

const base::MessageCatalogue<MessageId>& messages() {
  using base::Mark;
  static constexpr std::array rows = {
#define RINGSIDE_MESSAGE(name, ...) base::MessageRow<MessageId>{MessageId::name, __VA_ARGS__},
#include "base/own_message_table.inc"
#include "emulator/jes/message_table.inc"
#undef RINGSIDE_MESSAGE
  };
  static constexpr base::MessageCatalogue<MessageId> catalogue(rows);
  return catalogue;
}

std::string message(MessageId id, const std::vector<std::string>& inserts) {
  return messages().line(id, inserts);
}

}  // namespace ringside::jes
