// harness/steps/job.cpp - the steps 'submit' and 'jcl': jobs, and how they must end.
#include "harness/steps/job.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/jes/submit.hpp"
#include "harness/play/transcript.hpp"
#include "harness/steps/state_expectation.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey job_expect_keys[] = {
    {"cc", "code", "How the job ends; 0 if it is left out."},
    {"must_fail", "flag", "It ends with 8 or higher, an abend or an error."},
    {"steps", "{code}", "Step name to condition code."},
    {"commands", "[command-expect]", "Every command that ran in its steps, in order."},
    {"output", "output", "The whole spool."},
    {"remarks", "text|[text]", "Texts that Ringside's remarks contain, on the job or its commands."},
    rings_key,
    certificates_key,
};
constexpr FormKey command_expect_keys[] = {
    {"command", "text", "A text that the command contains, whatever its blanks."},
    {"rc", "0..4095", "Its return code; 0 if it is left out."},
    {"must_fail", "flag", "Its return code is 8 or higher."},
    {"messages", "message number|message|[message number|message]", "All its messages, in order."},
    {"remarks", "text|[text]", "Texts that Ringside's remarks contain."},
    {"output", "output", "What it prints."},
};
// 8, or what a job or step is shown with: "CC 0008", "JCL ERROR", "ABEND S806", "BYPASSED".
Placed<ConditionCode> read_code(Reading& reading, const YAML::Node& node) {
  static const std::set<std::string> words = {"JCL ERROR", "SEC ERROR", "SCANNED", "BYPASSED", "FLUSHED", "FAULT"};
  const std::string text = base::upper(reading.yaml.text(node, "a condition code").value_or("0"));
  const auto number = base::number(text.starts_with("CC ") ? text.substr(3) : text, highest_code);
  if (number) return {fmt::format("CC {:04}", *number), YamlReader::place(node)};
  if (!words.contains(text) && !text.starts_with("ABEND "))
    reading.yaml.complain(node, fmt::format("a condition code is 0 to {}, ABEND with its code, or one of {}",
                                            highest_code, base::join({words.begin(), words.end()}, ", ")));
  return {text, YamlReader::place(node)};
}

std::vector<CommandExpectation> read_commands(Reading& reading, const YAML::Node& node) {
  std::vector<CommandExpectation> commands;
  for (const YAML::Node& item : reading.yaml.list(node, "'commands'")) {
    Mapping mapping(reading.yaml, item, form("command-expect"));
    commands.push_back(read_command_expectation(reading, mapping));
  }
  return commands;
}

JobExpectation read_job_expectation(Reading& reading, const YAML::Node& expect, parser::Position of_step) {
  JobExpectation job;
  job.cc = {"CC 0000", of_step};
  if (!expect.IsDefined()) return job;
  Mapping mapping(reading.yaml, expect, form("job-expect"));
  if (mapping.has("cc")) job.cc = read_code(reading, mapping.at("cc"));
  job.must_fail = must_fail_at(mapping);
  if (job.must_fail && mapping.has("cc")) reading.yaml.complain(*job.must_fail, "either 'cc' or 'must_fail'");
  if (mapping.has("steps"))
    for (const auto& [name, code] : reading.yaml.pairs(mapping.at("steps"), "'steps'"))
      job.steps.push_back({name.Scalar(), read_code(reading, code)});
  if (mapping.has("commands")) {
    job.commands.emplace();
    job.commands->where = mapping.where("commands");
    job.commands->value = read_commands(reading, mapping.at("commands"));
  }
  job.remarks = placed_texts(reading, mapping, "remarks");
  job.output = read_output_expectation(reading, mapping);
  return job;
}

std::shared_ptr<const Action> read_submit(Reading& reading, Mapping& step) {
  auto action = std::make_shared<SubmitJob>();
  action->source = step.required_text("submit");
  action->expect = read_job_expectation(reading, expectations_of(step), step.where());
  action->text = file_beside(reading, step.at("submit"), action->source, "a job's file");
  return action;
}

std::shared_ptr<const Action> read_inline_job(Reading& reading, Mapping& step) {
  auto action = std::make_shared<SubmitJob>();
  action->source = "inline job";
  action->text = step.required_text("jcl");
  action->expect = read_job_expectation(reading, expectations_of(step), step.where());
  return action;
}

Lines spool_lines(const std::vector<jes::JobResult>& jobs) {
  Lines all;
  for (const jes::JobResult& job : jobs)
    for (const jes::SpoolFile& file : job.spool) all.insert(all.end(), file.lines.begin(), file.lines.end());
  return all;
}

std::vector<std::string> remarks_of(const std::vector<jes::JobResult>& jobs) {
  std::vector<std::string> remarks;
  const auto take = [&](const std::vector<std::string>& some) {
    remarks.insert(remarks.end(), some.begin(), some.end());
  };
  for (const jes::JobResult& job : jobs) {
    take(job.diagnostics);
    for (const jes::StepResult& step : job.steps) {
      take(step.diagnostics);
      for (const host::CommandResult& command : step.commands) take(command.diagnostics);
    }
  }
  return remarks;
}

void check_step_code(const JobStepExpectation& expect, const std::vector<jes::JobResult>& jobs, Failures& failures) {
  for (const jes::JobResult& job : jobs)
    for (const jes::StepResult& step : job.steps) {
      if (step.name != expect.name) continue;
      if (step.status() != expect.cc.value)
        failures.push_back({"end of step " + step.name, expect.cc.value, step.status(), expect.cc.where});
      return;
    }
  failures.push_back({"step " + expect.name, expect.cc.value, "there is no such step", expect.cc.where});
}

std::vector<const host::CommandResult*> commands_of(const std::vector<jes::JobResult>& jobs) {
  std::vector<const host::CommandResult*> commands;
  for (const jes::JobResult& job : jobs)
    for (const jes::StepResult& step : job.steps)
      for (const host::CommandResult& command : step.commands) commands.push_back(&command);
  return commands;
}

void check_commands(const Placed<std::vector<CommandExpectation>>& expect, const std::vector<jes::JobResult>& jobs,
                    Failures& failures) {
  const auto commands = commands_of(jobs);
  if (commands.size() != expect.value.size())
    failures.push_back({"number of commands that ran", std::to_string(expect.value.size()),
                        std::to_string(commands.size()), expect.where});
  for (std::size_t at = 0; at < std::min(commands.size(), expect.value.size()); ++at)
    check_command(expect.value[at], *commands[at], failures);
}

void check_jobs(const JobExpectation& expect, const std::vector<jes::JobResult>& jobs, Failures& failures) {
  if (jobs.empty()) failures.push_back({"job", expect.cc.value, "no job was found in the text", expect.cc.where});
  const std::size_t before = failures.size();
  for (const jes::JobResult& job : jobs) {
    if (expect.must_fail) {
      if (job.status == jes::JobStatus::completed && job.condition_code() < lowest_failing_code)
        failures.push_back({"end of job " + job.name, "it must fail", job.status_text(), *expect.must_fail});
    } else if (job.status_text() != expect.cc.value)
      failures.push_back({"end of job " + job.name, expect.cc.value, job.status_text(), expect.cc.where});
  }
  for (const JobStepExpectation& step : expect.steps) check_step_code(step, jobs, failures);
  if (expect.commands) check_commands(*expect.commands, jobs, failures);
  check_remarks(expect.remarks, remarks_of(jobs), "remarks on the job", failures);
  check_output(expect.output, spool_lines(jobs), "output of the job", failures);
  Lines transcript;
  for (const jes::JobResult& job : jobs) append(transcript, job_lines(job), "");
  add_transcript(failures, before, transcript);
}

}  // namespace

std::string SubmitJob::title(ScenarioLab& /*lab*/) const {
  return "submit " + source;
}

void SubmitJob::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  racf::Session session = lab.session(step.system, step.user);
  report.jobs = jes::submit(session, text, lab.scenario().libraries);
  check_jobs(expect, report.jobs, report.failures);
}

namespace {

// Messages and output are also of commands outside of jobs; the schema shows them here.
const Form job_forms[] = {
    {"job-expect", "a job's expectations", job_expect_keys},
    {"command-expect", "a command's expectations", command_expect_keys},
    message_form,
    output_form,
};

}  // namespace

const StepKind submit_step{
    .key = {"submit", "text", "Submits the jobs of a file beside the scenario."},
    .topic = Topic::commands,
    .is_on_a_system = true,
    .expects = Expects::own,
    .read = read_submit,
    .expect_forms = job_forms,
};
const StepKind jcl_step{
    .key = {"jcl", "text", "Submits jobs that stand here."},
    .topic = Topic::commands,
    .is_on_a_system = true,
    .expects = Expects::own,
    .read = read_inline_job,
};

}  // namespace ringside::harness
