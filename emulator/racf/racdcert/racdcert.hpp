// emulator/racf/racdcert/racdcert.hpp - the command RACDCERT.
#pragma once

#include "emulator/racf/racdcert/function_table.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf::racdcert {

/// A command with its row of the table. Holds references into the command.
struct Prepared {
  const FunctionRule& rule;
  Request request;
};

/// Finds the function and the owner, and makes the checks that hold for every function: RSD207I for LABEL
/// beside SERIALNUMBER or ISSUERSDN; IRRD102I, IRRD120I or IRRD136I for an owner that does not exist or that
/// the function does not have. Operands that have no effect are noted.
Result<Prepared> prepare(Context& context, const parser::Command& command);

/// Runs one RACDCERT command.
Result<void> run(Context& context, const parser::Command& command);

}  // namespace ringside::racf::racdcert
