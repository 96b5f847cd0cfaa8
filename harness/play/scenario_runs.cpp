// harness/play/scenario_runs.cpp - plays scenario files in parallel.
#include "harness/play/scenario_runs.hpp"

#include <cstdlib>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/play/child_pool.hpp"
#include "harness/play/report_text.hpp"
#include "harness/play/runner.hpp"
#include "harness/play/working_folder.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "harness/steps/trust.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness {
namespace {

// The first octet of a child's message: a step that has ended, or the report.
constexpr char step_mark = 'S', report_mark = 'R';

/// A selected file: a scenario to play, or its report if that is known already.
struct Entry {
  std::optional<Scenario> scenario;
  std::optional<Played> known;
  std::string shown;
};

// `number` is the scenario's place in the report, from 1.
Played as_played(const ScenarioReport& report, const report::Findings& findings, const PlayOptions& options,
                 std::size_t number) {
  Played played = rendered(report);
  if (options.chapters) played.chapter = report::chapter_of(report, findings, number);
  return played;
}

std::vector<Entry> selected(const std::vector<std::filesystem::path>& files, const PlayOptions& options) {
  const Selection selection(options.filters);
  std::vector<Entry> entries;
  for (const std::filesystem::path& file : files) {
    auto scenario = load_scenario(file);
    Entry entry;
    if (!scenario) {
      entry.known = as_played({file.string(), {}, {}, scenario.error(), {}}, {}, options, entries.size() + 1);
    } else if (!selection.takes(*scenario)) {
      continue;
    } else if (!scenario->skip.empty()) {
      entry.known = as_played(report_of(*scenario), {}, options, entries.size() + 1);
    } else {
      if (!options.seed.empty()) scenario->seed = options.seed;
      entry.scenario = *std::move(scenario);
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

// The number of the last step that checks trust; 0 if there is none.
std::size_t last_check(const Scenario& scenario) {
  for (std::size_t at = scenario.steps.size(); at > 0; --at)
    if (dynamic_cast<const CheckTrust*>(scenario.steps[at - 1].action.get()) != nullptr) return at;
  return 0;
}

void play_in_child(const Scenario& scenario, std::size_t number, const PlayOptions& options, const Send& send) {
  const auto watch = [&](const StepReport& step) {
    send(step_mark + (options.show ? base::join(step_lines(step, scenario.file), "\n") + "\n" : ""));
  };
  report::Findings findings;
  const std::size_t check = last_check(scenario);
  const auto look = [&](lab::Lab& lab, const StepReport& step) {
    if (step.number == check && step.trust) findings.cures = report::cures_of(lab, *step.trust);
    if (step.number == scenario.steps.size()) findings.view = view_of(lab);
  };
  ScenarioReport report =
      play(scenario, watch, options.rules, options.chapters ? Look(look) : Look{}, options.fail_on_remarks);
  std::vector<GoldenChange> goldens;
  if (options.update) goldens = take_goldens(report);
  Played played = as_played(report, findings, options, number);
  played.goldens = std::move(goldens);
  send(report_mark + packed(played));
}

std::chrono::seconds time_for(const Scenario& scenario, const PlayOptions& options) {
  return scenario.timeout.value_or(std::chrono::seconds(options.timeout_seconds));
}

ScenarioReport interrupted(const Scenario& scenario, const ChildEnd& end, std::size_t steps_done,
                           std::chrono::seconds time) {
  Interruption interruption;
  interruption.step = std::min(steps_done + 1, scenario.steps.size());
  const Step& step = scenario.steps[interruption.step - 1];
  interruption.title = step.title;
  interruption.where = step.where;
  if (end.how == ChildEnd::How::out_of_time) {
    interruption.why = fmt::format("it has not ended within {} second{}", time.count(), time.count() == 1 ? "" : "s");
  } else {
    interruption.outcome = Outcome::broken;
    interruption.why = end.why.empty() ? "it ended without a report" : end.why;
  }
  ScenarioReport report = report_of(scenario);
  report.interruption = std::move(interruption);
  return report;
}

void take_end(Entry& entry, std::size_t number, const ChildEnd& end, const PlayOptions& options) {
  const Scenario& scenario = *entry.scenario;
  std::size_t steps = 0;
  if (options.show) entry.shown = base::join(opening_lines(scenario.name, scenario.about, scenario.file), "\n") + "\n";
  for (const std::string& message : end.messages) {
    if (message[0] == step_mark) {
      ++steps;
      entry.shown += message.substr(1);
    } else {
      entry.known = unpacked(message.substr(1));
    }
  }
  if (end.how != ChildEnd::How::finished || !entry.known)
    entry.known = as_played(interrupted(scenario, end, steps, time_for(scenario, options)), {}, options, number);
}

}  // namespace

std::size_t play_files(const std::vector<std::filesystem::path>& files, const PlayOptions& options,
                       const PlayWatch& watch) {
  std::vector<Entry> entries = selected(files, options);
  const WorkingFolder folder;  // for the files that a killed child does not delete
  std::vector<ChildTask> tasks;
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    if (entries[at].known) continue;
    const Scenario& scenario = *entries[at].scenario;
    const auto work = [&scenario, number = at + 1, &options, &folder](const Send& send) {
      ::setenv("TMPDIR", folder.path().c_str(), 1);
      play_in_child(scenario, number, options, send);
    };
    tasks.push_back({work, time_for(scenario, options)});
    places.push_back(at);
  }
  std::size_t told = 0, ended = entries.size() - tasks.size();
  const auto tell = [&] {
    for (; told < entries.size() && entries[told].known; ++told) {
      watch.done(*entries[told].known, entries[told].shown);
      entries[told].shown.clear();
    }
    watch.progress(ended, entries.size());
  };
  tell();
  run_children(tasks, options.jobs, [&](std::size_t task, const ChildEnd& end) {
    take_end(entries[places[task]], places[task] + 1, end, options);
    ++ended;
    tell();
  });
  return entries.size();
}

}  // namespace ringside::harness
