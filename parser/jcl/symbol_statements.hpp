// parser/jcl/symbol_statements.hpp - the statements that give symbols values: SET, EXPORT and PROC.
#pragma once

#include <vector>

#include "parser/jcl/procedure.hpp"
#include "parser/jcl/symbols.hpp"

namespace ringside::parser {

/// SET: gives symbols their values and returns the assignments. Adds errors to the statement. Does nothing if it has
/// errors already.
std::vector<SymbolAssignment> set_symbols(ReadyStatement& set, JclSymbols& symbols);

/// EXPORT: exports the symbols of SYMLIST. Adds errors to the statement.
void export_symbols(ReadyStatement& statement, JclSymbols& symbols);

/// PROC: gives symbols of the innermost call their defaults. Adds errors to the statement.
void assign_defaults(ReadyStatement& proc, JclSymbols& symbols);

/// Adds the error for more than limits::job_symbols symbols.
void add_too_many_symbols(ReadyStatement& statement);

}  // namespace ringside::parser
