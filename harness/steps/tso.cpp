// harness/steps/tso.cpp - the step 'tso': TSO commands.
#include "harness/steps/tso.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/jes/submit.hpp"
#include "emulator/tso/execute.hpp"
#include "harness/steps/step_kind.hpp"
#include "parser/tso/record.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey command_keys[] = {
    {"command", "text", "The command.", is_required},
    {"rc", "0..4095", "Its return code; 0 if it is left out."},
    {"must_fail", "flag", "Its return code is 8 or higher."},
    {"messages", "message number|message|[message number|message]", "All its messages, in order."},
    {"remarks", "text|[text]", "Texts that Ringside's remarks contain."},
    {"output", "output", "What it prints."},
};
constexpr Form tso_forms[] = {{"command", "a command", command_keys}};

TsoCommands::Command read_command(Reading& reading, const YAML::Node& node) {
  TsoCommands::Command command;
  if (node.IsScalar()) {
    command.text = node.Scalar();
    command.expect = expect_success(YamlReader::place(node));
  } else {
    Mapping mapping(reading.yaml, node, form("command"));
    command.text = mapping.required_text("command");
    command.expect = read_command_expectation(reading, mapping);
    command.expect.command.reset();
  }
  if (base::trim(command.text).empty()) reading.yaml.complain(node, "a command is empty");
  return command;
}

std::shared_ptr<const Action> read_tso(Reading& reading, Mapping& step) {
  auto action = std::make_shared<TsoCommands>();
  for (const YAML::Node& node : reading.yaml.list_or_one(step.at("tso")))
    action->commands.push_back(read_command(reading, node));
  if (action->commands.empty()) reading.yaml.complain(step.at("tso"), "'tso' holds no command");
  return action;
}

}  // namespace

namespace {

/// Jobs that a command has submitted must end below 8, as jobs of the step 'submit' do.
void take_submitted(std::vector<jes::JobResult> jobs, const Step& step, StepReport& report) {
  constexpr int lowest_failing_code = 8;
  for (jes::JobResult& job : jobs) {
    if (job.status != jes::JobStatus::completed || job.condition_code() >= lowest_failing_code)
      report.failures.push_back({"end of job " + job.name, "below CC 0008", job.status_text(), step.where});
    report.jobs.push_back(std::move(job));
  }
}

}  // namespace

std::string TsoCommands::title(ScenarioLab& /*lab*/) const {
  return fmt::format("{} TSO command{}", commands.size(), commands.size() == 1 ? "" : "s");
}

void TsoCommands::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  racf::Session session = lab.session(step.system, step.user);
  for (const Command& command : commands) {
    report.commands.push_back(tso::execute(session, parser::single_command(command.text)));
    check_command(command.expect, report.commands.back(), report.failures);
    take_submitted(jes::run_submitted(session, lab.scenario().libraries), step, report);
  }
}

constinit const StepKind tso_step{
    .key = {"tso", "text|command|[text|command]", "TSO commands."},
    .topic = Topic::commands,
    .is_on_a_system = true,
    .read = read_tso,
    .forms = tso_forms,
};

}  // namespace ringside::harness
