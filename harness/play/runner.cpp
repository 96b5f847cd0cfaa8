// harness/play/runner.cpp - plays scenarios.
#include "harness/play/runner.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/real_files.hpp"
#include "harness/play/differences.hpp"
#include "harness/play/scenario_lab.hpp"

namespace ringside::harness {
namespace {

lab::Rules rules_for(const Scenario& scenario, lab::Rules rules) {
  rules.level = scenario.level.value_or(rules.level);
  rules.lenient = scenario.lenient.value_or(rules.lenient);
  rules.refuse_aes_pkcs12 = rules.refuse_aes_pkcs12 || scenario.refuse_aes_pkcs12;
  rules.ring_blank_lines = rules.ring_blank_lines || scenario.ring_blank_lines;
  return rules;
}

/// Handles a step that must fail: its failures become notes, and it fails if there are none.
void expect_failure(parser::Position where, StepReport& report) {
  for (const Failure& failure : report.failures) report.notes.push_back(failure.what + ": " + failure.came);
  if (report.failures.empty())
    report.failures.push_back({report.title, "it must fail", "it went well", where});
  else
    report.failures.clear();
}

/// Each remark on what a real system does otherwise is a failure.
void fail_for_differences(StepReport& report) {
  for (const std::string& remark : differences_of(report))
    report.failures.push_back({"remarks", "none on what a real system does otherwise", remark, {}});
}

StepReport play_step(ScenarioLab& lab, const Step& step, std::size_t number, bool fail_on_remarks) {
  StepReport report;
  report.number = number;
  report.title = step.title;
  report.system = step.system;
  report.where = step.where;
  if (report.title.empty()) report.title = step.action ? step.action->title(lab) : "look at rings and certificates";
  if (step.action) step.action->play(lab, step, report);
  if (step.must_fail) expect_failure(*step.must_fail, report);
  check_state(step.state, lab.lab(), report.failures);
  if (fail_on_remarks) fail_for_differences(report);
  for (Failure& failure : report.failures)
    if (failure.where.line == 0) failure.where = step.where;
  report.at = lab.lab().now();
  return report;
}

bool is_scenario_file(const std::filesystem::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

/// The scenario files in and below a folder. The error names a link that leads out of it.
tl::expected<std::vector<std::filesystem::path>, std::string> scenarios_below(const std::filesystem::path& folder) {
  const host::RealFiles inside(folder.string(), host::Leaving::refused);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!is_scenario_file(entry.path())) continue;
    const auto status = inside.status("/" + entry.path().lexically_relative(folder).generic_string());
    if (status && status->type == '-') files.push_back(entry.path());
    if (!status && status.error() == host::FileError::outside)
      return tl::make_unexpected(fmt::format("{}: a symbolic link leads out of the folder {}",
                                             base::printable(entry.path().string()), folder.string()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

ScenarioReport play(const Scenario& scenario, const Watch& watch, lab::Rules rules, const Look& look,
                    bool fail_on_remarks) {
  ScenarioReport report = report_of(scenario);
  if (!scenario.skip.empty()) return report;
  ScenarioLab lab(scenario, rules_for(scenario, rules));
  for (const Step& step : scenario.steps) {
    report.steps.push_back(play_step(lab, step, report.steps.size() + 1, fail_on_remarks || scenario.fail_on_remarks));
    if (look) look(lab.lab(), report.steps.back());
    if (watch) watch(report.steps.back());
  }
  return report;
}

tl::expected<std::vector<std::filesystem::path>, std::string> find_scenarios(const std::vector<std::string>& paths) {
  std::vector<std::filesystem::path> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      const auto found = scenarios_below(path);
      if (!found) return tl::make_unexpected(found.error());
      if (found->empty()) return tl::make_unexpected(fmt::format("there is no .yaml or .yml file below {}", path));
      files.insert(files.end(), found->begin(), found->end());
    } else if (std::filesystem::is_regular_file(path, error)) {
      files.emplace_back(path);
    } else {
      return tl::make_unexpected(fmt::format("there is no file or folder {}", path));
    }
  }
  return files;
}

}  // namespace ringside::harness
