// emulator/tso/tmp.hpp - the terminal monitor program in batch: IKJEFT01 and its two stricter sisters.
//
// They differ in what a command's return code does. IKJEFT01 goes on, and the step ends with the code of the last
// command; IKJEFT1A and IKJEFT1B stop at the first code that is not zero and end with it (TSO/E Customization, "Writing
// JCL for command execution"; rulings). The sisters differ from each other in CLISTs and abends only, which are not
// emulated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/racf/context.hpp"
#include "parser/tso/record.hpp"

namespace ringside::tso {

enum class TmpProgram { ikjeft01, ikjeft1a, ikjeft1b };

/// Nothing if the program of this name is no terminal monitor program.
std::optional<TmpProgram> tmp_program(std::string_view name);

struct TmpResult {
  int return_code = 0;
  std::vector<racf::CommandResult> commands;  ///< those that ran; null commands and END are not among them
  std::vector<std::string> printed;           ///< SYSTSPRT: no ASA character, nothing folded (rulings)
  std::vector<std::string> diagnostics;       ///< what was noticed in the records, and commands that were left out
};

/// Runs the command in `parm`, if it is not blank, and then the commands of SYSTSIN. Throws base::Fault for faults of
/// ours.
TmpResult run_tmp(racf::Session& session, TmpProgram program, const std::vector<parser::Record>& records,
                  const std::string& parm = {});

}  // namespace ringside::tso
