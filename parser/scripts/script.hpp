// parser/scripts/script.hpp - the TSO commands found in a shell procedure.
//
// No shell runs here. The reader takes procedures whose commands are known without running them: literal commands, and
// variables to which literals were assigned. Everything else is an error with its line. All errors are found before the
// first command runs, so that no part of a procedure runs alone.
#pragma once

#include <vector>

#include "parser/lexical/diagnostic.hpp"
#include "parser/tso/record.hpp"

namespace ringside::parser {

struct Script {
  std::vector<CommandText> commands;
  std::vector<Diagnostic> errors;  ///< nothing may run if there is one
};

}  // namespace ringside::parser
