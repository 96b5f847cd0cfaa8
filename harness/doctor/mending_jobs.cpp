// harness/doctor/mending_jobs.cpp - a diagnosis as jobs that can be submitted, one for each system and stage.
#include "harness/doctor/mending_jobs.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/wrap.hpp"

namespace ringside::harness {
namespace {

using Kind = RemedyLine::Kind;

constexpr std::size_t record_columns = 71;  // one less than TSO reads, for the sign of continuation

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !base::is_continuation(c); }));
}

/// The number of octets in the first record of SYSTSIN for a command that is too long for one: up to a blank if
/// possible. The rest does not begin with a blank, since '+' drops leading blanks.
std::size_t first_record(std::string_view command) {
  std::size_t anywhere = 0, after_blank = 0, at = 0;
  for (std::size_t column = 0; column < record_columns; ++column) {
    at += base::sequence_length(command.substr(at));
    if (command[at] == ' ') continue;
    anywhere = at;
    if (command[at - 1] == ' ') after_blank = at;
  }
  return after_blank > 0 ? after_blank : anywhere > 0 ? anywhere : at;
}

void append_command(std::vector<std::string>& records, std::string_view command) {
  while (columns_of(command) > record_columns + 1) {
    const std::size_t end = first_record(command);
    records.push_back(std::string(command.substr(0, end)) + "+");
    command.remove_prefix(end);
  }
  records.emplace_back(command);
}

void append_comment(std::vector<std::string>& records, const std::string& text) {
  constexpr std::size_t width = 68;
  for (const std::string& line : base::wrapped(base::printable(text), width, 2)) records.push_back("//* " + line);
}

/// The parts of a job before they are put together.
struct Job {
  std::string system;
  std::vector<std::string> before, commands, after;  // comments, records of SYSTSIN, comments
};

std::string jcl_of(const Job& job, std::size_t number) {
  std::vector<std::string> records = {
      fmt::format("//MEND{:<4} JOB (ACCT),'RINGSIDE DOCTOR',CLASS=A,MSGCLASS=X", number)};
  append_comment(records, fmt::format("Job {} of ringside doctor, for system {}.", number, job.system));
  records.insert(records.end(), job.before.begin(), job.before.end());
  for (const char* record : {"//TSO      EXEC PGM=IKJEFT01,REGION=0M", "//SYSTSPRT DD SYSOUT=*", "//SYSTSIN  DD *"})
    records.emplace_back(record);
  records.insert(records.end(), job.commands.begin(), job.commands.end());
  records.emplace_back("/*");
  records.insert(records.end(), job.after.begin(), job.after.end());
  records.emplace_back("//");
  return base::join(records, "\n") + "\n";
}

/// Sorts lines into stages. What comes from elsewhere, or is done by hand, begins a new stage of the systems that share
/// the security database.
class Sorter {
 public:
  explicit Sorter(lab::Lab& lab) : lab_(lab) {}

  void add(const RemedyLine& line, const std::string& what) {
    if (line.kind == Kind::tso) return add_command(line, what);
    const std::string& target = line.kind == Kind::transfer ? line.to : line.system;
    const std::size_t stage = stage_of(line.system);
    between_[stage].push_back({line.kind, line.system, line.text, line.to});
    std::size_t& next = stages_[database_of(target)];
    next = std::max(next, stage + 1);
    if (line.kind == Kind::by_hand) return;
    const auto data = fmt::format("data set {}", line.text);
    append_comment(job(line.system, stage).after, fmt::format("After it: copy {} to system {}.", data, target));
    append_comment(job(target, next).before, fmt::format("Before it: copy {} from system {}.", data, line.system));
  }

  [[nodiscard]] std::vector<MendingStep> steps() const {
    std::vector<MendingStep> steps;
    std::size_t number = 0;
    const std::size_t last = stages_.empty() ? 0 : highest_stage();
    for (std::size_t stage = 0; stage <= last; ++stage) {
      if (const auto jobs = jobs_.find(stage); jobs != jobs_.end())
        for (const Job& job : jobs->second)
          if (!job.commands.empty()) steps.push_back({Kind::tso, job.system, jcl_of(job, ++number)});
      if (const auto between = between_.find(stage); between != between_.end())
        steps.insert(steps.end(), between->second.begin(), between->second.end());
    }
    return steps;
  }

 private:
  void add_command(const RemedyLine& line, const std::string& what) {
    const std::string database = database_of(line.system);
    std::size_t& stage = stages_[database];
    // Systems that share a database take turns, so that their commands stay in order.
    auto& latest = latest_system_[database];
    if (!latest.empty() && latest != line.system) ++stage;
    latest = line.system;
    Job& target = job(line.system, stage);
    if (std::exchange(told_[{line.system, stage}], what) != what) append_comment(target.before, "To " + what + ".");
    append_command(target.commands, line.text);
  }

  Job& job(const std::string& system, std::size_t stage) {
    std::vector<Job>& jobs = jobs_[stage];
    const auto found = std::find_if(jobs.begin(), jobs.end(), [&](const Job& each) { return each.system == system; });
    return found != jobs.end() ? *found : jobs.emplace_back(Job{system, {}, {}, {}});
  }

  std::size_t stage_of(const std::string& system) { return stages_[database_of(system)]; }
  [[nodiscard]] std::size_t highest_stage() const {
    return std::max_element(stages_.begin(), stages_.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->second;
  }
  std::string database_of(const std::string& system) {
    const auto record = lab_.systems().find(system);
    return record ? record->database : system;
  }

  lab::Lab& lab_;
  std::map<std::string, std::size_t> stages_;  // by database: the stage of its next command
  std::map<std::string, std::string> latest_system_;
  std::map<std::size_t, std::vector<Job>> jobs_;
  std::map<std::size_t, std::vector<MendingStep>> between_;  // what follows the jobs of a stage
  std::map<std::pair<std::string, std::size_t>, std::string> told_;
};

bool has_manual_step(const Plan& plan) {
  return std::any_of(plan.remedies.begin(), plan.remedies.end(),
                     [](const Remedy& remedy) { return !remedy.by_commands(); });
}

/// Why the jobs do not repair this complaint; empty if they do.
std::string why_left_out(const Complaint& complaint) {
  if (complaint.mended_above) return {};
  if (complaint.plans.empty()) return "no command is known";
  if (complaint.plans.size() > 1)
    return fmt::format("there are {} choices; --choice N takes one", complaint.plans.size());
  const Plan& plan = complaint.plans.front();
  return plan.holds || has_manual_step(plan) ? "" : plan.trouble;
}

}  // namespace

MendingJobs mending_jobs(lab::Lab& lab, const Diagnosis& diagnosis) {
  MendingJobs jobs;
  Sorter sorter(lab);
  for (const Complaint& complaint : diagnosis.complaints) {
    const auto name = [&](std::size_t endpoint) { return diagnosis.report.endpoints[endpoint].name; };
    const std::string link = fmt::format("{} -> {}", name(complaint.link.client), name(complaint.link.server));
    if (const std::string why = why_left_out(complaint); !why.empty()) {
      jobs.left_out.push_back(fmt::format("{} is not in the jobs: {}", link, why));
      continue;
    }
    if (complaint.mended_above) continue;
    for (const Remedy& remedy : complaint.plans.front().remedies)
      for (const RemedyLine& line : remedy.lines) sorter.add(line, fmt::format("{} ({})", remedy.what, link));
  }
  jobs.steps = sorter.steps();
  return jobs;
}

}  // namespace ringside::harness
