// emulator/tso/commands.hpp - the commands of TSO itself (not RACF's), and what Ringside does with each.
#pragma once

#include <span>
#include <string_view>

namespace ringside::tso {

enum class Treatment {
  nothing,       ///< return code 0, without any effect
  runs,          ///< is emulated
  ends_input,    ///< the terminal monitor program stops reading
  not_emulated,  ///< exists on a real system; refused with a message of Ringside's own
};

struct TsoCommand {
  std::string_view name;
  std::string_view alias;  ///< empty if there is none
  Treatment treatment;
};

/// All known commands of TSO, by name.
std::span<const TsoCommand> tso_commands();

/// The command of this name or alias, in any case; nullptr if there is none.
const TsoCommand* find_tso_command(std::string_view word);

}  // namespace ringside::tso
