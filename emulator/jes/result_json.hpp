// emulator/jes/result_json.hpp - commands and jobs as JSON: the contract of --json.
#pragma once

#include <nlohmann/json.hpp>

#include "emulator/jes/job_result.hpp"
#include "emulator/racf/context.hpp"

namespace ringside::app {

/// {"command", "rc", "messages": [{"id", "text"}], "output": [lines], "diagnostics": [remarks]}.
nlohmann::ordered_json command_json(const racf::CommandResult& result);

/// {"job", "id", "user", "system", "status", "cc", "steps": [{"step", "program", "status", "cc", "commands",
/// "diagnostics"}], "spool": [{"dd", "step", "lines"}], "diagnostics"}.
nlohmann::ordered_json job_json(const jes::JobResult& result);

/// The text of the JSON as it is printed; octets that are not UTF-8 are replaced.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace ringside::app
