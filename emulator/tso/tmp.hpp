// emulator/tso/tmp.hpp - the terminal monitor program (TMP) in batch: IKJEFT01, IKJEFT1A and IKJEFT1B.
//
// They differ in what they do after a command with a return code other than 0. IKJEFT01 goes on, and the step ends with
// the code of the last command. IKJEFT1A and IKJEFT1B stop and end with that code (TSO/E Customization, "Writing JCL
// for command execution"; rulings). IKJEFT1A and IKJEFT1B differ only in CLISTs and abends, which are not emulated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/record.hpp"

namespace ringside::tso {

enum class TmpProgram { ikjeft01, ikjeft1a, ikjeft1b };

/// Returns nullopt if the program of this name is not a terminal monitor program.
std::optional<TmpProgram> tmp_program(std::string_view name);

/// What one run reads.
struct TmpInput {
  TmpProgram program = TmpProgram::ikjeft01;
  std::string parm{};                     ///< a command that runs before SYSTSIN; blank: none
  std::vector<parser::Record> records{};  ///< of SYSTSIN
};

/// Where one run puts its results; each is appended to.
struct TmpOutput {
  std::vector<host::CommandResult>& commands;  ///< the commands that ran, without null commands and END
  std::vector<std::string>& printed;           ///< SYSTSPRT: no ASA character, no lines folded (rulings)
  std::vector<std::string>& diagnostics;       ///< remarks on the records, and on commands that did not run
};

/// Runs the command of PARM, then the commands of SYSTSIN. Returns the return code of the last command that ran, 0 if
/// none did. Throws base::Fault for our own defects.
int run_tmp(racf::Session& session, const TmpInput& input, const TmpOutput& output);

}  // namespace ringside::tso
