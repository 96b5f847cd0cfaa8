// emulator/racf/message.hpp - the messages of RACF, messages of Ringside that replace those of RACF, and refusals.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "base/message_catalogue.hpp"

namespace ringside::racf {

/// Ringside's own messages, then those of RACF.
enum class MessageId {
#define RINGSIDE_MESSAGE(name, ...) name,
#include "base/own_message_table.inc"
#include "emulator/racf/message_table.inc"
#undef RINGSIDE_MESSAGE
};

const base::MessageCatalogue<MessageId>& messages();

/// A command that RACF refuses: it stops and changes nothing.
struct Refusal {
  MessageId id;
  std::vector<std::string> inserts{};
  int return_code = 0;  ///< 0: that of the catalogue
};

template <typename T>
using Result = tl::expected<T, Refusal>;

/// A refusal as the failed side of any Result.
template <typename... Inserts>
tl::unexpected<Refusal> refuse(MessageId id, Inserts... inserts) {
  return tl::make_unexpected(Refusal{id, {std::move(inserts)...}});
}

/// Passes on the refusal in `result` as the failed side of another Result: `if (!plan) return refusal_of(plan);`
template <typename T>
tl::unexpected<Refusal> refusal_of(const Result<T>& result) {
  return tl::make_unexpected(result.error());
}

}  // namespace ringside::racf
