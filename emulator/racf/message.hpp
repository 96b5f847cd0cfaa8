// emulator/racf/message.hpp - the catalogue of RACF messages: number, text, return code, and how sure each of them is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace ringside::racf {

/// How well a text or a rule is known.
enum class Mark {
  high,  ///< read in the manual or seen in real output
  low,   ///< inferred; one line of the table changes it
  own,   ///< Ringside's own words and number, standing where IBM's are not known
};

enum class MessageId {
#define RINGSIDE_MESSAGE(name, number, text, return_code, mark, source) name,
#include "emulator/racf/message_table.inc"
#undef RINGSIDE_MESSAGE
};

struct MessageRule {
  MessageId id;
  std::string_view number;  ///< "IRRD109I"
  std::string_view text;    ///< with {} for each insert
  int return_code;          ///< of the command that stops with it; a listing that finds nothing overrides it
  Mark mark;
  std::string_view source;  ///< manual and topic, or where it was seen
};

/// The whole table, for tests and docs.
std::span<const MessageRule> message_rules();
const MessageRule& rule_of(MessageId id);

/// Text of a message with its inserts, without the number. Throws base::Fault if their count does not fit.
std::string message_text(MessageId id, const std::vector<std::string>& inserts);

/// RACF says no: the command stops and changes nothing.
struct Refusal {
  MessageId id;
  std::vector<std::string> inserts{};
  int return_code = 0;  ///< 0: the table's
};

template <typename T>
using Result = tl::expected<T, Refusal>;

/// A refusal as the failed side of any Result.
template <typename... Inserts>
tl::unexpected<Refusal> refuse(MessageId id, Inserts... inserts) {
  return tl::make_unexpected(Refusal{id, {std::move(inserts)...}});
}

/// Hands the refusal in `result` on, as the failed side of another Result: `if (!plan) return refusal_of(plan);`
template <typename T>
tl::unexpected<Refusal> refusal_of(const Result<T>& result) {
  return tl::make_unexpected(result.error());
}

}  // namespace ringside::racf
