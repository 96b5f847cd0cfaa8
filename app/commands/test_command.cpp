// app/commands/test_command.cpp - ringside test: plays scenario files and says which expectations held.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/program.hpp"
#include "base/json.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/play/junit.hpp"
#include "harness/play/line_diff.hpp"
#include "harness/play/report_text.hpp"
#include "harness/play/runner.hpp"
#include "harness/play/scenario_runs.hpp"

namespace ringside::app {
namespace {

using harness::Outcome;

struct TestArguments {
  std::vector<std::string> paths;
  std::string junit, report;
  TestOptions options;
};

// A scenario brings its lab, systems and clock along; options that would seem to change them must not be silently
// ignored.
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

/// Writes reports as scenarios end, and keeps what the reports at the end need.
class Reporter {
 public:
  Reporter(Program& program, bool show) : program_(program), show_(show), watched_(is_watched(program)) {}

  void done(const Played& played, const std::string& file, const std::string& shown) {
    clear_line();
    if (!program_.options.json) {
      program_.out() << shown << played.text << '\n' << (show_ ? "\n" : "") << std::flush;
    } else {
      json_.push_back(base::Json::parse(played.json));
    }
    for (const harness::GoldenChange& golden : played.goldens) update(golden);
    outcomes_.push_back(played.outcome);
    junit_.push_back({file, played.outcome, played.junit});
    chapters_.push_back(played.chapter);
  }

  void progress(std::size_t ended, std::size_t all) {
    if (!watched_ || ended == all) return;
    const auto bad =
        std::count_if(outcomes_.begin(), outcomes_.end(), [](Outcome outcome) { return !is_well(outcome); });
    program_.error() << fmt::format("\r{} of {} scenarios{}\x1b[K", ended, all,
                                    bad == 0 ? "" : fmt::format(", {} failed", bad))
                     << std::flush;
  }

  void finish(const std::string& junit_file, const std::string& report_file) {
    if (!junit_file.empty()) write_output_file(junit_file, junit_document(junit_));
    if (!report_file.empty())
      write_output_file(report_file, harness::report::scenarios_page(chapters_, harness::summary_line(outcomes_)));
    if (program_.options.json)
      program_.out() << json_.text() << '\n';
    else
      program_.out() << harness::summary_line(outcomes_) << '\n';
    program_.status = std::all_of(outcomes_.begin(), outcomes_.end(), is_well) ? 0 : exit_failed;
  }

 private:
  void clear_line() {
    if (watched_) program_.error() << "\r\x1b[K" << std::flush;
  }

  // The difference is shown before the file is written, so that nobody has to trust the new one.
  void update(const harness::GoldenChange& golden) {
    std::ostream& out = program_.options.json ? program_.error() : program_.out();
    out << "  golden " << golden.path.string() << '\n';
    for (const std::string& line : harness::line_diff(golden.before, golden.after))
      out << "    " << base::printable(line) << '\n';
    std::error_code error;
    if (golden.path.has_parent_path()) std::filesystem::create_directories(golden.path.parent_path(), error);
    write_output_file(golden.path.string(), golden.after);
    out << "  written\n" << std::flush;
  }

  Program& program_;
  bool show_;
  bool watched_;
  base::Json json_ = base::Json::array();
  std::vector<Outcome> outcomes_;
  std::vector<JunitEntry> junit_;
  std::vector<harness::report::Chapter> chapters_;
};

void test(Program& program, TestArguments arguments) {
  refuse_foreign_options(program.options);
  TestOptions& options = arguments.options;
  if (options.show && program.options.json) throw UsageError("--show prints for people; it does not go with --json");
  const auto files = harness::find_scenarios(arguments.paths);
  if (!files) throw UsageError(files.error());
  options.rules = rules_of(program.options);
  options.seed = program.options.seed;
  options.chapters = !arguments.report.empty();
  Reporter reporter(program, options.show);
  const TestWatch watch{[&](const Played& played, const std::string& file, const std::string& shown) {
                          reporter.done(played, file, shown);
                        },
                        [&](std::size_t ended, std::size_t all) { reporter.progress(ended, all); }};
  if (run_tests(*files, options, watch) == 0)
    throw UsageError("--filter " + base::join(options.filters, " ") + ": selects none of the scenarios");
  reporter.finish(arguments.junit, arguments.report);
}

void add_options(CLI::App& command, TestArguments& arguments) {
  TestOptions& options = arguments.options;
  options.jobs = std::max(std::thread::hardware_concurrency(), 1U);
  command.add_option("PATH", arguments.paths, "scenario files, and folders of them")->required();
  command.add_flag("--show", options.show, "print every step, command and trust matrix");
  command.add_option("--jobs", options.jobs, "scenarios that play at once (as many as there are processors)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command
      .add_option("--filter", options.filters,
                  "only scenarios with this tag or importance, or this text in name or file; with '!' before it, only "
                  "the others")
      ->type_name("WORD")
      ->allow_extra_args(false);
  command.add_option("--junit", arguments.junit, "write JUnit XML too")->type_name("FILE");
  command.add_option("--report", arguments.report, "write an HTML report too")->type_name("FILE");
  command.add_option("--timeout", options.timeout_seconds, "after which a scenario counts as hung (300)")
      ->type_name("SECONDS")
      ->check(CLI::Range(1L, base::limits::scenario_seconds));
  command.add_flag("--update", options.update, "show how golden files differ, and write them");
}

}  // namespace

void add_test_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("test", "play scenario files, each in a lab of its own");
  command->fallthrough();
  command->footer(
      "Exit status: 0 if every expectation held, 1 if one did not.\n"
      "Example: ringside test --filter zosmf --junit report.xml scenarios/");
  const auto arguments = std::make_shared<TestArguments>();
  add_options(*command, *arguments);
  command->callback([&program, arguments] { test(program, *arguments); });
}

}  // namespace ringside::app
