// base/own_message.cpp - the registry of Ringside's own messages.
#include "base/own_message.hpp"

#include <array>

namespace ringside::base {

const MessageCatalogue<OwnMessage>& own_messages() {
  static constexpr std::array rows = {
#define RINGSIDE_MESSAGE(name, ...) MessageRow<OwnMessage>{OwnMessage::name, __VA_ARGS__},
#include "base/own_message_table.inc"
#undef RINGSIDE_MESSAGE
  };
  static constexpr MessageCatalogue<OwnMessage> catalogue(rows);
  return catalogue;
}

}  // namespace ringside::base
