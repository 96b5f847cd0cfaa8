// app/shims/host_shims.hpp - commands of the z/OS UNIX shell that reach TSO, JES and the operator's console.
#pragma once

#include <string>
#include <vector>

#include "app/shims/with_options.hpp"

namespace ringside::app {

/// tsocmd COMMAND: one TSO command. It is told on standard error first, as z/OS does (z/OS UNIX Command Reference,
/// tsocmd; Zowe's scripts leave that line out). The exit status is the return code.
void run_tsocmd(Program& program, const WithOptions& options, const std::vector<std::string>& words);

/// tso [-o|-t] COMMAND: the same without the line on standard error.
void run_tso(Program& program, const WithOptions& options, const std::vector<std::string>& words);

/// zowe zos-tso issue command COMMAND (Zowe CLI): the output of one TSO command. The exit status is 0 once the command
/// has run, whatever its return code. Any other command of Zowe CLI is run by the machine's own zowe, or refused.
void run_zowe(Program& program, const WithOptions& options, const std::vector<std::string>& words);

/// submit [-jq] [FILE ...]: submits jobs from files, data sets ("//'HLQ.JCL'") or standard input, and names them on
/// standard output (z/OS UNIX Command Reference, submit). They end before it does. How they ended is told on standard
/// error, and their spool goes to the folder of `ringside with --spool`.
void run_submit(Program& program, const WithOptions& options, const std::vector<std::string>& words);

/// opercmd COMMAND: D T shows the lab's time (MVS System Commands, DISPLAY T; message IEE136I). Other commands are
/// refused.
void run_opercmd(Program& program, const WithOptions& options, const std::vector<std::string>& words);

}  // namespace ringside::app
