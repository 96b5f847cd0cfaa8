// parser/scripts/script.hpp - TSO commands inside shell procedures and REXX execs: the plain subset, read without
// running it.
//
// Such files are programs, and Ringside runs none. It reads those whose commands can be told beforehand: literal
// commands, and variables that literals were assigned to. Everything else is an error with its line, found before
// anything runs, so that no half of a procedure is played.
#pragma once

#include <string_view>
#include <vector>

#include "parser/lexical/diagnostic.hpp"
#include "parser/tso/record.hpp"

namespace ringside::parser {

struct Script {
  std::vector<CommandText> commands;
  std::vector<Diagnostic> errors;  ///< nothing may run if there is one
  std::vector<RecordNote> notes;
};

/// A shell procedure: lines of `tsocmd COMMAND` or `zowe tso issue command COMMAND`, assignments NAME=VALUE, comments;
/// quotes and escapes as POSIX sh reads them.
Script read_shell_script(std::string_view text);

/// A REXX exec: clauses that are expressions of literals and variables and so commands to TSO, assignments, ADDRESS
/// TSO, a last EXIT or RETURN (TSO/E REXX Reference, "Structure and General Syntax").
Script read_rexx(std::string_view text);

enum class InputKind { jcl, shell, rexx, workflow };

/// What a file looks like, by its content: a job stream unless it begins as something else does.
struct InputGuess {
  InputKind kind = InputKind::jcl;
  bool sure = true;      ///< nothing spoke for JCL either
  std::string_view why;  ///< what it was told by
};
InputGuess guess_input(std::string_view text);

/// "JCL", "a shell procedure", "a REXX exec", "a z/OSMF workflow".
std::string_view name_of(InputKind kind);

}  // namespace ringside::parser
