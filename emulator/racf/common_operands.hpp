// emulator/racf/common_operands.hpp - readers of operands that commands of more than one kind have.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Returns the values of a keyword as text; none if `keyword` is nullptr.
std::vector<std::string> texts(const parser::Keyword* keyword);

/// Returns whether a user or group of this name is defined.
bool is_defined(Context& context, const std::string& name);

/// Returns the value of OWNER, or the issuer if OWNER is not given. Refuses an owner that is not defined with
/// `missing`, or with a message of Ringside's own.
Result<std::string> owner_or_issuer(Context& context, const parser::Keyword& operands, const Refusal& missing);
Result<std::string> owner_or_issuer(Context& context, const parser::Keyword& operands);
/// Returns the value of OWNER. Returns `current` if OWNER is not given, or after printing `not_altered` if the owner is
/// not defined: commands that alter profiles go on with the other operands.
std::string altered_owner(Context& context, const parser::Keyword& operands, const std::string& current,
                          MessageId not_altered, const std::vector<std::string>& inserts = {});

/// Returns the operands without `words`. Prints `ignored` for each that is given: the issuer may not specify it.
parser::Keyword without_operands(Context& context, const parser::Keyword& operands,
                                 std::span<const std::string_view> words, MessageId ignored);

}  // namespace ringside::racf
