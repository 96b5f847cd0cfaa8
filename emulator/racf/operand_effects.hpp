// emulator/racf/operand_effects.hpp - which operands of the RACF commands have an effect here.
//
// Other operands that PARSE knows are accepted with a remark; docs/not-emulated.md lists them. RACDCERT has a table of
// its own.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// The operands of a command that have an effect.
struct CommandOperands {
  std::string_view command;
  std::string_view used;  ///< separated by blanks; without segments, which every command stores or lists
};

/// Returns the whole table, for tests and docs.
std::span<const CommandOperands> command_operands();

/// Returns whether the operand changes what the command does, or is kept and listed. Throws base::Fault if the table
/// has no row for the command.
bool has_effect(std::string_view command, std::string_view operand);

/// Remarks that an operand is understood and has no effect.
void remark_unused_operand(Context& context, const std::string& command, const std::string& operand);
/// Remarks this on each given operand that has no effect by the table.
void remark_unused_operands(Context& context, const parser::Command& command);

}  // namespace ringside::racf
