// emulator/jes/message.hpp - the messages of JES2, of the converter, of job steps and of their programs.
#pragma once

#include <string>
#include <vector>

#include "base/message_catalogue.hpp"

namespace ringside::jes {

/// Ringside's own messages, then those of the system.
enum class MessageId {
#define RINGSIDE_MESSAGE(name, ...) name,
#include "base/own_message_table.inc"
#include "emulator/jes/message_table.inc"
#undef RINGSIDE_MESSAGE
};

const base::MessageCatalogue<MessageId>& messages();

/// Number and text, as they are printed in the job's output. Throws base::Fault if the count of inserts is wrong.
std::string message(MessageId id, const std::vector<std::string>& inserts);

}  // namespace ringside::jes
