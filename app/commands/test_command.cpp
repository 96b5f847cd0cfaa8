// app/commands/test_command.cpp - ringside test: plays scenario files and reports which expectations are met.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include <unistd.h>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/output/output_file.hpp"
#include "app/output/terminal_text.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/play/junit.hpp"
#include "harness/play/line_diff.hpp"
#include "harness/play/report_text.hpp"
#include "harness/play/runner.hpp"
#include "harness/play/scenario_runs.hpp"
#include "harness/scenario/text_file.hpp"

namespace ringside::app {
namespace {

using harness::Outcome;

struct TestArguments {
  std::vector<std::string> paths;
  std::string junit, report;
  harness::PlayOptions options;
};

/// A scenario has its own lab, systems and clock: options for these are refused and not silently ignored.
void refuse_foreign_options(const GlobalOptions& options) {
  const std::pair<const char*, const std::string*> foreign[] = {
      {"--lab", &options.lab}, {"--system", &options.system}, {"--date", &options.date}};
  for (const auto& [name, value] : foreign)
    if (!value->empty())
      throw UsageError(std::string(name) + ": a scenario has its own lab, systems and clock; change them in its file");
}

bool is_watched(Program& program) {
  return &program.error() == &std::cerr && ::isatty(STDERR_FILENO) == 1;
}

bool is_well(Outcome outcome) {
  return outcome == Outcome::passed || outcome == Outcome::skipped;
}

/// Prints the result of each scenario as it ends, and keeps the data for the reports at the end.
class Reporter {
 public:
  Reporter(Program& program, bool show) : program_(program), show_(show), watched_(is_watched(program)) {}

  void done(const harness::Played& played, const std::string& shown) {
    clear_line();
    if (!program_.options.json) {
      program_.out() << shown << played.text << '\n' << (show_ ? "\n" : "");
      program_.flush();
    } else {
      json_.push_back(base::Json::parse(played.json));
    }
    for (const harness::GoldenChange& golden : played.goldens) update(golden);
    outcomes_.push_back(played.outcome);
    junit_.push_back(played.junit);
    chapters_.push_back(played.chapter);
  }

  void progress(std::size_t ended, std::size_t all) {
    if (!watched_ || ended == all) return;
    const auto bad =
        std::count_if(outcomes_.begin(), outcomes_.end(), [](Outcome outcome) { return !is_well(outcome); });
    program_.error() << erase_line
                     << fmt::format("{} of {} scenarios{}", ended, all, bad == 0 ? "" : fmt::format(", {} failed", bad))
                     << std::flush;
  }

  void finish(const std::string& junit_file, const std::string& report_file) {
    if (!junit_file.empty()) write_output_file(junit_file, harness::junit_document(junit_));
    failed_first();
    if (!report_file.empty())
      write_output_file(report_file, harness::report::scenarios_page(chapters_, harness::summary_line(outcomes_)));
    program_.status = std::all_of(outcomes_.begin(), outcomes_.end(), is_well) ? 0 : exit_failed;
    if (program_.options.json)
      program_.print_json("test", std::move(json_), counts());
    else
      program_.out() << harness::summary_line(outcomes_) << '\n';
  }

 private:
  [[nodiscard]] base::Json counts() const {
    const auto count = [&](Outcome outcome) { return std::count(outcomes_.begin(), outcomes_.end(), outcome); };
    const auto well = std::count_if(outcomes_.begin(), outcomes_.end(), is_well);
    return {{"scenarios", outcomes_.size()},
            {"passed", count(Outcome::passed)},
            {"failed", static_cast<std::ptrdiff_t>(outcomes_.size()) - well},
            {"skipped", count(Outcome::skipped)}};
  }

  /// The page begins with the scenarios that did not pass.
  void failed_first() {
    std::vector<harness::report::Chapter> ordered;
    for (const bool well : {false, true})
      for (std::size_t at = 0; at < chapters_.size(); ++at)
        if (is_well(outcomes_[at]) == well) ordered.push_back(chapters_[at]);
    chapters_ = std::move(ordered);
  }

  void clear_line() {
    if (watched_) program_.error() << erase_line << std::flush;
  }

  /// Shows the difference before it writes the file, so that the user can check the new content.
  void update(const harness::GoldenChange& golden) {
    std::ostream& out = program_.options.json ? program_.error() : program_.out();
    out << "  golden " << (golden.folder / golden.name).string() << '\n';
    for (const std::string& line : harness::line_diff(golden.before, golden.after))
      out << "    " << base::printable(line) << '\n';
    if (const auto written = harness::write_text_file(golden.folder, golden.name, golden.after); !written)
      throw OutputError(written.error());
    out << "  written\n" << std::flush;
  }

  Program& program_;
  bool show_;
  bool watched_;
  base::Json json_ = base::Json::array();
  std::vector<Outcome> outcomes_;
  std::vector<std::string> junit_;
  std::vector<harness::report::Chapter> chapters_;
};

void test(Program& program, TestArguments arguments) {
  refuse_foreign_options(program.options);
  harness::PlayOptions& options = arguments.options;
  if (options.show && program.options.json) throw UsageError("--show prints text: it cannot be used with --json");
  const auto files = harness::find_scenarios(arguments.paths);
  if (!files) throw UsageError(files.error());
  options.rules = rules_of(program.options);
  options.seed = program.options.seed;
  options.chapters = !arguments.report.empty();
  Reporter reporter(program, options.show);
  const harness::PlayWatch watch{
      [&](const harness::Played& played, const std::string& shown) { reporter.done(played, shown); },
      [&](std::size_t ended, std::size_t all) { reporter.progress(ended, all); }};
  if (harness::play_files(*files, options, watch) == 0)
    throw UsageError("--filter " + base::join(options.filters, " ") + ": selects no scenario");
  reporter.finish(arguments.junit, arguments.report);
}

std::vector<Option> test_options(TestArguments& arguments) {
  harness::PlayOptions& options = arguments.options;
  options.jobs = std::max(std::thread::hardware_concurrency(), 1U);
  return {{"PATH", &arguments.paths, "scenario files, and folders of them", {.required = true}},
          {"--show", &options.show, "print every step, command and trust matrix"},
          {"--jobs",
           &options.jobs,
           "number of scenarios that play at once, 1 to 256 (one per processor)",
           {.type = "N", .range = {{1, 256}}}},
          {"--filter",
           &options.filters,
           "only scenarios with this tag or importance, or with this text in the name or file; '!' before the word: "
           "only the others",
           {.type = "WORD"}},
          {"--junit", &arguments.junit, "also write a JUnit XML file", {.type = "FILE"}},
          {"--report", &arguments.report, "also write an HTML report", {.type = "FILE"}},
          {"--timeout",
           &options.timeout_seconds,
           "a scenario that takes longer is stopped and fails (300)",
           {.type = "SECONDS", .range = {{1, base::limits::scenario_seconds}}}},
          {"--fail-on-remarks", &options.fail_on_remarks,
           "a remark that says what a real system does otherwise is a failure"},
          {"--update", &options.update, "show the differences of golden files, and write the files"}};
}

}  // namespace

Command test_command(Program& program) {
  const auto arguments = std::make_shared<TestArguments>();
  return {.name = "test",
          .about = "play scenario files, each in its own lab",
          .notes = "Exit status: 0 if every expectation is met, 1 if not.",
          .examples = {"ringside test --filter zosmf --junit report.xml scenarios/"},
          .options = test_options(*arguments),
          .run = [&program, arguments] { test(program, *arguments); },
          .takes_global_options = true};
}

}  // namespace ringside::app
