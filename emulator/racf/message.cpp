// emulator/racf/message.cpp - the catalogue of RACF messages.
#include "emulator/racf/message.hpp"

#include <array>

namespace ringside::racf {

const base::MessageCatalogue<MessageId>& messages() {
  using base::Mark;
  static constexpr std::array rows = {
#define RINGSIDE_MESSAGE(name, ...) base::MessageRow<MessageId>{MessageId::name, __VA_ARGS__},
#include "base/own_message_table.inc"
#include "emulator/racf/message_table.inc"
#undef RINGSIDE_MESSAGE
  };
  static constexpr base::MessageCatalogue<MessageId> catalogue(rows);
  return catalogue;
}

}  // namespace ringside::racf
