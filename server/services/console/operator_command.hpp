// server/services/console/operator_command.hpp - the operator commands that a console takes.
#pragma once

#include <string>
#include <vector>

#include "server/services/service.hpp"

namespace ringside::services {

/// What the console shows for a command: DISPLAY T and DISPLAY A of z/OS, and RACF's commands behind the prefix of its
/// subsystem, '#', which run as the caller. Any other command is answered with RSD509I.
std::vector<std::string> run_operator_command(Call& call, const std::string& text);

}  // namespace ringside::services
