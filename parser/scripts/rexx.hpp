// parser/scripts/rexx.hpp - the TSO commands of a REXX exec.
#pragma once

#include <string_view>

#include "parser/scripts/script.hpp"

namespace ringside::parser {

/// Reads an exec of clauses that are commands to TSO (expressions of literals and variables), assignments, ADDRESS TSO
/// and a last EXIT or RETURN (TSO/E REXX Reference, "Structure and General Syntax"). Anything else is an error.
Script read_rexx(std::string_view text);

}  // namespace ringside::parser
