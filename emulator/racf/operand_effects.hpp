// emulator/racf/operand_table.hpp - which operands of the RACF commands do something here. What PARSE knows beside them
// is accepted with a remark; docs/not-emulated.md is made of the difference. RACDCERT has a table of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ringside::racf {

struct CommandOperands {
  std::string_view command;
  std::string_view used;  ///< blank-separated; segments are kept and listed everywhere and are not named
};

std::span<const CommandOperands> command_operands();

/// Whether the operand changes what the command does or is kept and listed. Throws base::Fault for a command that has
/// no row.
bool has_effect(std::string_view command, std::string_view operand);

}  // namespace ringside::racf
