// harness/play/differences.cpp - remarks of a step that say what a real system does otherwise.
#include "harness/play/differences.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ringside::harness {
namespace {

constexpr const char* mark = "a real ";

void take(const std::vector<std::string>& remarks, std::vector<std::string>& found) {
  for (const std::string& remark : remarks)
    if (remark.find(mark) != std::string::npos && std::find(found.begin(), found.end(), remark) == found.end())
      found.push_back(remark);
}

}  // namespace

std::vector<std::string> differences_of(const StepReport& step) {
  std::vector<std::string> found;
  for (const host::CommandResult& command : step.commands) take(command.diagnostics, found);
  for (const jes::JobResult& job : step.jobs) {
    for (const jes::StepResult& part : job.steps) {
      for (const host::CommandResult& command : part.commands) take(command.diagnostics, found);
      take(part.diagnostics, found);
    }
    take(job.diagnostics, found);
  }
  if (step.trust) take(step.trust->remarks, found);
  return found;
}

std::string differences_line(const ScenarioReport& report) {
  std::size_t count = 0;
  for (const StepReport& step : report.steps) count += differences_of(step).size();
  if (count == 0) return {};
  return fmt::format("{} remark{} what a real system does otherwise", count, count == 1 ? " says" : "s say");
}

}  // namespace ringside::harness
