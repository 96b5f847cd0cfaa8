// emulator/jes/message.hpp - the messages of JES2, of the converter and of step execution: number, text, and how sure
// they are.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/racf/message.hpp"

namespace ringside::jes {

enum class MessageId {
#define RINGSIDE_MESSAGE(name, number, text, mark, source) name,
#include "emulator/jes/message_table.inc"
#undef RINGSIDE_MESSAGE
};

struct MessageRule {
  MessageId id;
  std::string_view number;
  std::string_view text;  ///< with {} for each insert
  racf::Mark mark;
  std::string_view source;
};

std::span<const MessageRule> message_rules();
std::string_view number_of(MessageId id);

/// The text alone. Throws base::Fault if the number of inserts does not fit.
std::string message_text(MessageId id, const std::vector<std::string>& inserts);
/// Number and text, as it stands in the job's output.
std::string message(MessageId id, const std::vector<std::string>& inserts);

}  // namespace ringside::jes
