// harness/play/check_output.cpp - commands and jobs against their expectations.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/play/checks.hpp"
#include "harness/play/transcript.hpp"

namespace ringside::harness {
namespace {

constexpr std::size_t brief_length = 72;
constexpr int lowest_failing_code = 8;

// The same command may be written with other line breaks in the job.
std::string one_blank(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return base::trim_right(result);
}

std::vector<host::OutputLine> messages_of(const host::CommandResult& result) {
  std::vector<host::OutputLine> messages;
  std::copy_if(result.lines.begin(), result.lines.end(), std::back_inserter(messages),
               [](const host::OutputLine& line) { return !line.id.empty(); });
  return messages;
}

std::string all_shown(const std::vector<host::OutputLine>& messages) {
  std::vector<std::string> texts;
  for (const host::OutputLine& line : messages) texts.push_back(shown(line));
  return texts.empty() ? "no message" : base::join(texts, " / ");
}

std::string expected_text(const MessageExpectation& message) {
  return message.inserts.empty() ? message.id
                                 : fmt::format("{} with '{}'", message.id, base::join(message.inserts, "', '"));
}

std::string expected_text(const std::vector<MessageExpectation>& messages) {
  std::vector<std::string> texts;
  for (const MessageExpectation& message : messages) texts.push_back(expected_text(message));
  return texts.empty() ? "no message" : base::join(texts, " / ");
}

bool holds(const MessageExpectation& expect, const host::OutputLine& line) {
  if (expect.id != line.id) return false;
  std::size_t from = 0;
  for (const std::string& insert : expect.inserts) {
    const std::size_t at = line.text.find(insert, from);
    if (at == std::string::npos) return false;
    from = at + insert.size();
  }
  return true;
}

void check_messages(const Placed<std::vector<MessageExpectation>>& expect, const host::CommandResult& result,
                    Failures& failures) {
  const auto messages = messages_of(result);
  const std::string what = "messages of " + brief(result.command);
  if (expect.value.size() != messages.size()) {
    failures.push_back({what, expected_text(expect.value), all_shown(messages), expect.where});
    return;
  }
  for (std::size_t at = 0; at < messages.size(); ++at)
    if (!holds(expect.value[at], messages[at]))
      failures.push_back({what, expected_text(expect.value[at]), shown(messages[at]), expect.value[at].where});
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

}  // namespace

std::string one_line(const std::string& command) {
  return base::printable(one_blank(command));
}

std::string brief(const std::string& command) {
  const std::string text = one_line(command);
  return text.size() <= brief_length ? text : text.substr(0, brief_length - 3) + "...";
}

std::string shown(const host::OutputLine& line) {
  return base::printable(line.id.empty() ? line.text : line.id + " " + line.text);
}

void check_command(const CommandExpectation& expect, const host::CommandResult& result, Failures& failures) {
  if (expect.command && one_blank(result.command).find(one_blank(expect.command->value)) == std::string::npos)
    failures.push_back({"command", expect.command->value, brief(result.command), expect.command->where});
  const std::size_t before = failures.size();
  if (expect.fails_from) {
    if (result.return_code < expect.fails_from->value)
      failures.push_back({"return code of " + brief(result.command), "it must fail",
                          fmt::format("{}, {}", result.return_code, all_shown(messages_of(result))),
                          expect.fails_from->where});
  } else if (expect.rc.value != result.return_code)
    failures.push_back({"return code of " + brief(result.command), std::to_string(expect.rc.value),
                        fmt::format("{}, {}", result.return_code, all_shown(messages_of(result))), expect.rc.where});
  if (expect.messages) check_messages(*expect.messages, result, failures);
  check_remarks(expect.remarks, result.diagnostics, "remarks on " + brief(result.command), failures);
  check_output(expect.output, result.shown(), "output of " + brief(result.command), failures);
  add_transcript(failures, before, command_lines(result));
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

}  // namespace ringside::harness
