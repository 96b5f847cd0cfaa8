// parser/scripts/shell_procedure.hpp - the TSO commands of a shell procedure.
#pragma once

#include <string_view>

#include "parser/scripts/script.hpp"

namespace ringside::parser {

/// Reads lines of `tsocmd COMMAND` or `zowe zos-tso issue command COMMAND`, assignments NAME=VALUE and comments, with
/// quotes and escapes as POSIX sh has them. Anything else is an error.
Script read_shell_script(std::string_view text);

}  // namespace ringside::parser
