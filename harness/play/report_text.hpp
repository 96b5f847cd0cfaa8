// harness/play/report_text.hpp - played scenarios as text: each step while it plays, and the verdict at the end.
#pragma once

#include <string>
#include <vector>

#include "harness/play/result.hpp"
#include "harness/play/transcript.hpp"

namespace ringside::harness {

/// The failures of a step below its title; no lines if there are none.
std::vector<std::string> failure_lines(const StepReport& step, const std::string& file);

/// A scenario's name, file and description, for the lines before its first step.
Lines opening_lines(const std::string& name, const std::string& about, const std::string& file);
/// A step that was played: its commands with return codes and messages, jobs, notes, matrices, and failures.
Lines step_lines(const StepReport& step, const std::string& file);
/// "passed", "FAILED", "HUNG", ... with the scenario's name, and each mistake or failure with its place.
Lines verdict_lines(const ScenarioReport& report);
/// The last line: "12 scenarios: 10 passed, 1 failed, 1 skipped".
std::string summary_line(const std::vector<Outcome>& outcomes);

}  // namespace ringside::harness
