// app/test_command.cpp - ringside test: plays scenario files and says which expectations held.
#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/harness_json.hpp"
#include "app/program.hpp"
#include "app/result_json.hpp"
#include "scenarios/harness/report_text.hpp"
#include "scenarios/harness/runner.hpp"
#include "scenarios/harness/scenario_reader.hpp"

namespace ringside::app {
namespace {

using harness::ScenarioReport;

void print(std::ostream& out, const harness::Lines& lines) {
  for (const std::string& line : lines) out << line << '\n';
  out.flush();
}

// A scenario brings its lab, clock and seed along; options that would seem to change them must not be silently ignored.
void refuse_foreign_options(const GlobalOptions& options) {
  const std::pair<const char*, const std::string*> foreign[] = {
      {"--lab", &options.lab}, {"--system", &options.system}, {"--date", &options.date}, {"--seed", &options.seed}};
  for (const auto& [name, value] : foreign)
    if (!value->empty())
      throw UsageError(std::string(name) +
                       ": a scenario has its own lab, systems, clock and seed; change them in its file");
}

ScenarioReport play_file(Program& program, const std::filesystem::path& path, bool show) {
  const auto scenario = harness::load_scenario(path);
  if (!scenario) return {path.string(), {}, {}, scenario.error(), {}};
  if (!show) return harness::play(*scenario, {}, rules_of(program.options));
  print(program.out(), harness::opening_lines(scenario->name, scenario->about, scenario->file));
  const auto watch = [&](const harness::StepReport& step) {
    print(program.out(), harness::step_lines(step, scenario->file));
  };
  return harness::play(*scenario, watch, rules_of(program.options));
}

void test(Program& program, const std::vector<std::string>& paths, bool show) {
  refuse_foreign_options(program.options);
  if (show && program.options.json) throw UsageError("--show prints for people; it does not go with --json");
  const auto files = harness::find_scenarios(paths);
  if (!files) throw UsageError(files.error());
  std::vector<ScenarioReport> reports;
  for (const auto& file : *files) {
    reports.push_back(play_file(program, file, show));
    if (!program.options.json) print(program.out(), harness::verdict_lines(reports.back()));
    if (show) program.out() << '\n';
  }
  if (program.options.json) {
    auto json = nlohmann::ordered_json::array();
    for (const ScenarioReport& report : reports) json.push_back(scenario_json(report));
    program.out() << json_text(json) << '\n';
  } else {
    program.out() << harness::summary_line(reports) << '\n';
  }
  const bool passed = std::all_of(reports.begin(), reports.end(), [](const auto& report) { return report.passed(); });
  program.status = passed ? 0 : exit_failed;
}

}  // namespace

void add_test_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("test", "play scenario files, each in a lab of its own");
  command->fallthrough();
  command->footer(
      "Exit status: 0 if every expectation held, 1 if one did not.\nExample: ringside test --show scenarios/zosmf");
  auto paths = std::make_shared<std::vector<std::string>>();
  auto show = std::make_shared<bool>(false);
  command->add_option("PATH", *paths, "scenario files, and folders of them")->required();
  command->add_flag("--show", *show, "print every step, command and trust matrix as it plays");
  command->callback([&program, paths, show] { test(program, *paths, *show); });
}

}  // namespace ringside::app
