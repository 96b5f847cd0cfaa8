// emulator/racf/common_operands.hpp - readers of operands that commands of more than one kind have.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Returns the values of a keyword as text; none if `keyword` is nullptr.
std::vector<std::string> texts(const parser::Keyword* keyword);

/// Returns whether a user or group of this name is defined.
bool is_defined(Context& context, const std::string& name);

/// Returns the value of OWNER, or nullopt if OWNER is not given. Refuses an owner that is not defined.
Result<std::optional<std::string>> owner_if_given(Context& context, const parser::Keyword& operands);
/// Returns the value of OWNER, or the issuer if OWNER is not given. Refuses an owner that is not defined.
Result<std::string> owner_or_issuer(Context& context, const parser::Keyword& operands);

}  // namespace ringside::racf
