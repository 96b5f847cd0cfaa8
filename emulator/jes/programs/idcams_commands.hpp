// emulator/jes/programs/idcams_commands.hpp - functional commands of IDCAMS by their text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/jes/programs/idcams_functions.hpp"

namespace ringside::jes {

/// Parses a functional command by the table of commands and runs it. Returns the code for LASTCC. Prints the reason if
/// the command is refused.
int run_ams_command(AmsRun& run, std::string_view text);

/// Commands, and keywords of commands ("DELETE MASK"), that are not emulated.
std::vector<std::string> ams_not_emulated();

}  // namespace ringside::jes
