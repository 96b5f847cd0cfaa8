// emulator/tso/execute.hpp - one TSO command: parsed, given to its processor, answered.
#pragma once

#include <string>

#include "emulator/racf/context.hpp"
#include "parser/diagnostic.hpp"
#include "parser/tso_record.hpp"

namespace ringside::tso {

enum class InputKind {
  null_command,  ///< blank, or comments only: nothing runs, no return code
  end,           ///< END or LOGOFF: no more input is read
  command,
};

InputKind kind_of(const parser::CommandText& text);

/// Runs one command. What PARSE refuses is answered with its messages and return code; the same for a person, with its
/// place, stands in `diagnostics`. A null command gives an empty result. Throws base::Fault only for faults of ours.
racf::CommandResult execute(racf::Session& session, const parser::CommandText& text);

/// A diagnostic for a person: "line 4, column 12: text", and below it the line with a caret. Without the line if it is
/// empty.
std::string describe(const parser::Diagnostic& diagnostic);
/// The place alone: "line 4, column 12"; empty if it is not known.
std::string describe(parser::Position where);

}  // namespace ringside::tso
