// emulator/racf/operands.hpp - what all command processors do with operands.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// The values of a keyword as text; none if it was not given.
std::vector<std::string> texts(const parser::Keyword* keyword);

/// Says of an operand that it was understood and changed nothing.
void diagnose_idle(Context& context, const std::string& command, const std::string& operand);
/// The same of each operand that has no effect by the table (operand_table).
void diagnose_others(Context& context, const parser::Command& command);

/// Prints a message with its return code; the command goes on.
void warn(Context& context, MessageId id, const std::vector<std::string>& inserts = {});

/// Whether a user or group of this name is defined.
bool is_defined(Context& context, const std::string& name);

/// The OWNER operand, or the issuer; refused if no such user or group is defined.
Result<std::string> owner_operand(Context& context, const parser::Keyword& operands);

/// "23.158": the local day as the listings write it.
std::string listing_day(Context& context, base::Instant instant);

}  // namespace ringside::racf
