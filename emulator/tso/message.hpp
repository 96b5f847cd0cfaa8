// emulator/tso/message.hpp - the messages of TSO's own commands.
#pragma once

#include <string>
#include <vector>

#include "base/message_catalogue.hpp"
#include "base/own_message.hpp"
#include "emulator/host/command_result.hpp"

namespace ringside::tso {

enum class MessageId {
#define RINGSIDE_MESSAGE(name, ...) name,
#include "emulator/tso/message_table.inc"
#undef RINGSIDE_MESSAGE
};

const base::MessageCatalogue<MessageId>& messages();

/// Adds the message to the result. The return code becomes at least that of the message.
void say(host::CommandResult& result, MessageId id, const std::vector<std::string>& inserts = {});
/// The same with a message of Ringside's own.
void say_own(host::CommandResult& result, base::OwnMessage id, const std::vector<std::string>& inserts = {});

}  // namespace ringside::tso
