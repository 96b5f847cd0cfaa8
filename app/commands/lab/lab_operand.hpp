// app/commands/lab/lab_operand.hpp - the operand FILE of the subcommands of ringside lab, and which systems they look
// at.
#pragma once

#include <string>
#include <vector>

#include "app/program.hpp"
#include "emulator/database/systems.hpp"

namespace ringside::app {

/// Makes the operand FILE the lab of the program. Throws UsageError if --lab names another one, the prompt has another
/// one open, or none is named.
void take_lab_file(Program& program, const std::string& file);

/// The z/OS systems to look at: the one of that name, else all of the lab. Throws UsageError if there is none.
std::vector<database::SystemRecord> systems_to_report(Program& program, const std::string& name);

}  // namespace ringside::app
