// emulator/jes/result_json.cpp - commands and jobs as JSON.
#include "emulator/jes/result_json.hpp"

namespace ringside::jes {
namespace {

using base::Json;

Json step_json(const StepResult& step) {
  Json json = {{"step", step.name},         {"program", step.program},   {"status", step.status()},
               {"cc", step.condition_code}, {"commands", Json::array()}, {"diagnostics", step.diagnostics}};
  for (const host::CommandResult& command : step.commands) json["commands"].push_back(command_json(command));
  return json;
}

}  // namespace

Json command_json(const host::CommandResult& result) {
  Json json = {{"command", result.command},
               {"rc", result.return_code},
               {"messages", Json::array()},
               {"output", Json::array()},
               {"diagnostics", result.diagnostics}};
  for (const host::OutputLine& line : result.lines) {
    if (line.id.empty()) {
      json["output"].push_back(line.text);
    } else {
      json["messages"].push_back({{"id", line.id}, {"text", line.text}});
    }
  }
  for (const host::CommandResult& issued : result.issued) json["issued"].push_back(command_json(issued));
  return json;
}

Json job_json(const JobResult& result) {
  Json json = {{"job", result.name},
               {"id", result.id},
               {"user", result.user},
               {"system", result.system},
               {"status", result.status_text()},
               {"cc", result.condition_code()},
               {"steps", Json::array()},
               {"spool", Json::array()},
               {"diagnostics", result.diagnostics}};
  for (const StepResult& step : result.steps) json["steps"].push_back(step_json(step));
  for (const SpoolFile& file : result.spool)
    json["spool"].push_back({{"dd", file.dd}, {"step", file.step}, {"lines", file.lines}});
  return json;
}

}  // namespace ringside::jes
