// emulator/jes/result_json.hpp - results of commands and jobs as JSON: the contract of --json.
#pragma once

#include "base/json.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/jes/job_result.hpp"

namespace ringside::jes {

/// {"command", "rc", "messages": [{"id", "text"}], "output": [lines], "diagnostics": [remarks]}.
base::Json command_json(const host::CommandResult& result);

/// {"job", "id", "user", "system", "status", "cc", "steps": [{"step", "program", "status", "cc", "commands",
/// "diagnostics"}], "spool": [{"dd", "step", "lines"}], "diagnostics"}.
base::Json job_json(const JobResult& result);

}  // namespace ringside::jes
