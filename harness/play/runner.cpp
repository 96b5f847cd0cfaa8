// harness/play/runner.cpp - plays scenarios.
#include "harness/play/runner.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/host/transfer.hpp"
#include "emulator/jes/submit.hpp"
#include "emulator/tso/execute.hpp"
#include "harness/play/checks.hpp"
#include "harness/play/host_player.hpp"
#include "harness/play/transcript.hpp"
#include "harness/play/working_folder.hpp"
#include "harness/trust/trust_text.hpp"
#include "parser/tso/record.hpp"

namespace ringside::harness {
namespace {

/// A lab of one scenario: in memory, or in a file of its own where it must outlive a closing.
class ScenarioLab {
 public:
  ScenarioLab(const Scenario& scenario, lab::Rules rules) : clock_(scenario.date), rules_(rules) {
    const bool is_reopened = std::any_of(scenario.steps.begin(), scenario.steps.end(), [](const Step& step) {
      return std::holds_alternative<ReopenLab>(step.action);
    });
    if (is_reopened) folder_.emplace();
    open();
    lab_->set_clock(scenario.date);
    lab_->set_seed(scenario.seed);
    for (database::SystemRecord system : scenario.systems) lab_->add_system(system);
  }

  lab::Lab& operator*() { return *lab_; }
  void reopen() {
    lab_.reset();
    open();
  }

 private:
  void open() { lab_.emplace(folder_ ? (folder_->path() / "lab").string() : "", clock_, rules_); }

  base::FixedClock clock_;
  lab::Rules rules_;
  std::optional<WorkingFolder> folder_;
  std::optional<lab::Lab> lab_;  // goes before the folder that holds its file
};

lab::Rules rules_for(const Scenario& scenario, lab::Rules rules) {
  rules.level = scenario.level.value_or(rules.level);
  rules.strict = rules.strict || scenario.strict;
  return rules;
}

class Player {
 public:
  Player(const Scenario& scenario, lab::Rules rules)
      : scenario_(scenario), of_scenario_(scenario, rules), hosts_(std::in_place, *of_scenario_, scenario) {}

  StepReport play(const Step& step, std::size_t number) {
    StepReport report;
    report.number = number;
    report.title = step.title;
    report.system = step.system;
    report.where = step.where;
    std::visit([&](const auto& action) { act(action, step, report); }, step.action);
    if (step.must_fail) turn_round(*step.must_fail, report);
    for (const RingExpectation& ring : step.rings) check_ring(ring, lab(), report.failures);
    for (const CertificateExpectation& certificate : step.certificates)
      check_certificate(certificate, lab(), report.failures);
    for (Failure& failure : report.failures)
      if (failure.where.line == 0) failure.where = step.where;
    report.at = lab().now();
    return report;
  }

  lab::Lab& lab() { return *of_scenario_; }

 private:
  // What must fail and did is no failure any more, but a note.
  static void turn_round(parser::Position where, StepReport& report) {
    for (const Failure& failure : report.failures) report.notes.push_back(failure.what + ": " + failure.came);
    if (report.failures.empty())
      report.failures.push_back({report.title, "it must fail", "it went well", where});
    else
      report.failures.clear();
  }

  racf::Session session(const std::string& system, const std::string& user) {
    const auto record = lab().systems().find(system);
    if (!record) throw base::Fault("a step runs on the system " + system + ", which its scenario does not have");
    return {lab(), *record, user};
  }

  void act(const SubmitJob& action, const Step& step, StepReport& report) {
    if (report.title.empty()) report.title = "submit " + action.source;
    racf::Session on = session(step.system, step.user);
    report.jobs = jes::submit(on, action.text, scenario_.libraries);
    check_jobs(action.expect, report.jobs, report.failures);
  }

  void act(const TsoCommands& action, const Step& step, StepReport& report) {
    if (report.title.empty())
      report.title = fmt::format("{} TSO command{}", action.commands.size(), action.commands.size() == 1 ? "" : "s");
    racf::Session on = session(step.system, step.user);
    for (const TsoCommands::Command& command : action.commands) {
      report.commands.push_back(tso::execute(on, parser::single_command(command.text)));
      check_command(command.expect, report.commands.back(), report.failures);
    }
  }

  void act(const TransferDataSet& action, const Step& step, StepReport& report) {
    const std::string what = fmt::format("{} copied from {} to {}", action.data_set, action.from, action.to) +
                             (action.as == action.data_set ? "" : " as " + action.as);
    if (report.title.empty()) report.title = what;
    const auto records = host::copy_data_set(lab(), action.data_set, action.from, action.to, action.as);
    if (records)
      report.notes.push_back(fmt::format("{}, {} records", what, *records));
    else
      report.failures.push_back(
          {what, "the data set exists", "there is no such data set on " + action.from, step.where});
  }

  void act(const MoveClock& action, const Step&, StepReport& report) {
    lab().set_clock(action.to);
    const std::string moment = base::listing_time(action.to, lab().zone());
    if (report.title.empty()) report.title = "the clock moves to " + moment;
    report.notes.push_back("it is now " + moment);
  }

  void act(const CheckTrust& action, const Step& step, StepReport& report) {
    if (report.title.empty()) report.title = "who trusts whom";
    const auto endpoints = action.endpoints.empty() ? all_endpoints(lab()) : action.endpoints;
    if (action.until) return look_ahead(action, endpoints, step, report);
    auto trust = check_trust(lab(), endpoints, action.options);
    if (!trust) {
      report.failures.push_back({"trust check", "handshakes", trust.error(), step.where});
      return;
    }
    check_links(action.expect, *trust, report.failures);
    add_transcript(report.failures, 0, trust_lines(*trust));
    report.trust = *std::move(trust);
  }

  void look_ahead(const CheckTrust& action, const std::vector<Endpoint>& endpoints, const Step& step,
                  StepReport& report) {
    auto timeline = trust_timeline(lab(), endpoints, action.options, *action.until);
    if (!timeline) {
      report.failures.push_back({"trust check", "handshakes", timeline.error(), step.where});
      return;
    }
    check_links(action.expect, timeline->start, report.failures);
    check_changes(action.expect, *timeline, step.where, report.failures);
    auto lines = trust_lines(timeline->start);
    const auto ahead = timeline_lines(*timeline);
    lines.insert(lines.end(), ahead.begin(), ahead.end());
    add_transcript(report.failures, 0, lines);
    report.trust = timeline->start;
    report.timeline = *std::move(timeline);
  }

  void act(const ShellCommands& action, const Step& step, StepReport& report) { hosts_->act(action, step, report); }
  void act(const PutFile& action, const Step& step, StepReport& report) { hosts_->act(action, step, report); }
  void act(const TransferFile& action, const Step& step, StepReport& report) { hosts_->act(action, step, report); }
  void act(const CopyFiles& action, const Step& step, StepReport& report) { hosts_->act(action, step, report); }
  void act(const CheckTls& action, const Step& step, StepReport& report) { hosts_->act(action, step, report); }

  // What shells kept between their lines was in memory only.
  void act(const ReopenLab&, const Step&, StepReport& report) {
    if (report.title.empty()) report.title = "the lab is closed and opened again";
    hosts_.reset();
    of_scenario_.reopen();
    hosts_.emplace(lab(), scenario_);
  }

  void act(const LookOnly&, const Step&, StepReport& report) {
    if (report.title.empty()) report.title = "look at rings and certificates";
  }

  const Scenario& scenario_;
  ScenarioLab of_scenario_;
  std::optional<HostPlayer> hosts_;
};

bool is_scenario_file(const std::filesystem::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

std::vector<std::filesystem::path> scenarios_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && is_scenario_file(entry.path())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

ScenarioReport play(const Scenario& scenario, const Watch& watch, lab::Rules rules, const Look& look) {
  ScenarioReport report = report_of(scenario);
  if (!scenario.skip.empty()) return report;
  Player player(scenario, rules_for(scenario, rules));
  for (const Step& step : scenario.steps) {
    report.steps.push_back(player.play(step, report.steps.size() + 1));
    if (look) look(player.lab(), report.steps.back());
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
      if (found.empty()) return tl::make_unexpected(fmt::format("there is no .yaml or .yml file below {}", path));
      files.insert(files.end(), found.begin(), found.end());
    } else if (std::filesystem::is_regular_file(path, error)) {
      files.emplace_back(path);
    } else {
      return tl::make_unexpected(fmt::format("there is no file or folder {}", path));
    }
  }
  return files;
}

}  // namespace ringside::harness
