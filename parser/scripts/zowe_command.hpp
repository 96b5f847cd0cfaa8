// parser/scripts/zowe_command.hpp - the command line of Zowe CLI that issues a TSO command.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ringside::parser {

/// The TSO command in `zowe zos-tso issue command "COMMAND"`, whose words are given from "zowe" on; also as `tso` and
/// `cmd`. Options that say how z/OSMF is reached, and -a and --ssm, have no effect. nullopt for any other command line.
std::optional<std::string> zowe_tso_command(const std::vector<std::string>& words);

}  // namespace ringside::parser
