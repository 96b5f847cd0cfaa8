// emulator/tso/exec/exec_command.hpp - EXEC, %NAME and NAME: the commands that run REXX execs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "emulator/tso/exec/exec_library.hpp"

namespace ringside::tso {

/// An exec and its argument; no exec if the command is refused.
struct ExecRequest {
  std::optional<FoundExec> exec{};
  std::string argument{};
};

/// Whether the command asks for an exec by its form: EXEC, EX, or a percent sign.
bool names_exec(std::string_view command);

/// Finds the exec that EXEC or %NAME asks for. If there is none, the result says why.
ExecRequest read_exec_command(racf::Session& session, std::string_view command, host::CommandResult& result);

/// Runs EXEC or %NAME.
void run_exec_command(racf::Session& session, std::string_view command, host::CommandResult& result);

/// Runs the exec that a command without a percent sign names, if SYSEXEC or SYSPROC has it. Returns false if not.
bool run_implicit_exec(racf::Session& session, std::string_view command, host::CommandResult& result);

/// Runs an exec with one argument, in the environment TSO, or MVS for IRXJCL. The return code is the number of EXIT or
/// RETURN; 20000 and the number of the error after an error of REXX (TSO/E REXX Reference, IRXEXEC).
void run_exec(racf::Session& session, const FoundExec& exec, const std::string& argument,
              const std::string& environment, host::CommandResult& result);

}  // namespace ringside::tso
