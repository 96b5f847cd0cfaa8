// base/own_message.hpp - the registry of Ringside's own messages, RSDnnnx.
#pragma once

#include "base/message_catalogue.hpp"

namespace ringside::base {

/// Named by number. The last letter of a number is the kind: I information or refusal, W warning, E error.
enum class OwnMessage {
#define RINGSIDE_MESSAGE(name, ...) name,
#include "base/own_message_table.inc"
#undef RINGSIDE_MESSAGE
};

const MessageCatalogue<OwnMessage>& own_messages();

}  // namespace ringside::base
