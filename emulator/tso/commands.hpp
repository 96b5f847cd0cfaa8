// emulator/tso/commands.hpp - the commands of TSO itself (not RACF's), and what Ringside does with each.
#pragma once

#include <span>
#include <string_view>

namespace ringside::tso {

enum class Treatment {
  runs,          ///< is emulated
  ends_input,    ///< the terminal monitor program stops reading
  not_emulated,  ///< exists on a real system; refused with a message of Ringside's own
};

struct TsoCommand {
  std::string_view name;
  std::string_view alias;  ///< empty if there is none
  Treatment treatment;
  std::span<const std::string_view> operands{};  ///< of a command that runs: the operands with an effect
};

/// All known commands of TSO, by name.
std::span<const TsoCommand> tso_commands();

/// Whether the operand of a command that runs has an effect; the others are accepted with a remark.
bool has_effect(const TsoCommand& command, std::string_view operand);

/// The command of this name or alias, in any case; nullptr if there is none.
const TsoCommand* find_tso_command(std::string_view word);

}  // namespace ringside::tso
