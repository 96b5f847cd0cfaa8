// emulator/tso/commands.hpp - the commands of TSO itself, beside those of RACF, and what Ringside does with each.
#pragma once

#include <span>
#include <string_view>

namespace ringside::tso {

enum class Treatment {
  nothing,       ///< runs, return code 0, changes nothing here
  runs,          ///< has a processor of its own
  ends_input,    ///< the terminal monitor program reads no more
  not_emulated,  ///< exists on a real system; refused with a message of our own rather than as unknown
};

struct TsoCommand {
  std::string_view name;
  std::string_view alias;  ///< empty if there is none
  Treatment treatment;
};

/// Every command of TSO that is known here, by name.
std::span<const TsoCommand> tso_commands();

/// The one that a name or alias means, in any case; nullptr if there is none.
const TsoCommand* find_tso_command(std::string_view word);

}  // namespace ringside::tso
