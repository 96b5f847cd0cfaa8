// emulator/tso/exec/exec_command.hpp - EXEC, %NAME and NAME: the commands that run REXX execs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "emulator/tso/exec/exec_library.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// An exec and its argument; no exec if the command is refused.
struct ExecRequest {
  std::optional<FoundExec> exec{};
  std::string argument{};
};

/// The exec that EXEC asks for. If there is none, the result says why.
ExecRequest read_exec(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// The exec that a command asks for whose name PARSE does not know: %NAME or NAME, a member of SYSEXEC or SYSPROC.
/// Returns nullopt if no library has it. If it cannot run, the result says why.
std::optional<ExecRequest> read_implicit_exec(racf::Session& session, std::string_view command,
                                              host::CommandResult& result);

/// EXEC: runs the exec.
void run_exec_command(racf::Session& session, const parser::Command& command, host::CommandResult& result);

/// Runs %NAME or NAME. Returns false if no library has the exec.
bool run_implicit_exec(racf::Session& session, std::string_view command, host::CommandResult& result);

/// Runs an exec with one argument, in the environment TSO, or MVS for IRXJCL. The return code is the number of EXIT or
/// RETURN; 20000 and the number of the error after an error of REXX (TSO/E REXX Reference, IRXEXEC).
void run_exec(racf::Session& session, const FoundExec& exec, const std::string& argument,
              const std::string& environment, host::CommandResult& result);

}  // namespace ringside::tso
