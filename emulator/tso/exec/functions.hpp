// emulator/tso/exec/functions.hpp - the external functions of TSO/E for execs.
#pragma once

#include <optional>
#include <string>

#include "emulator/rexx/exec.hpp"
#include "emulator/tso/exec/exec_host.hpp"

namespace ringside::tso {

/// Calls the TSO/E function of this name (TSO/E REXX Reference, "TSO/E external functions"). Returns nullopt if TSO/E
/// has no such function. One that Ringside does not emulate is not_found with a remark.
std::optional<rexx::FunctionAnswer> tso_function(ExecHost& host, const std::string& name,
                                                 const rexx::Arguments& arguments, rexx::WaitingExec& exec);

}  // namespace ringside::tso
