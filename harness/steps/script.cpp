// harness/steps/script.cpp - the step 'script': a file beside the scenario, run by the shell.
#include "harness/steps/shell_commands.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey script_keys[] = {
    {"file", "text", "A file beside the scenario or below it.", is_required},
    {"input", "text", "What is typed when something asks."},
    exit_status_key,
    failing_status_key,
    printed_key,
};
constexpr Form script_forms[] = {{"script", "a script", script_keys}};

std::shared_ptr<const Action> read_script(Reading& reading, Mapping& step) {
  const YAML::Node node = step.at("script");
  auto action = std::make_shared<ShellCommands>();
  ShellCommands::Command command;
  command.expect = expect_success(YamlReader::place(node));
  if (node.IsScalar()) {
    action->source = step.required_text("script");
  } else {
    Mapping mapping(reading.yaml, node, form("script"));
    action->source = mapping.required_text("file");
    command.input = mapping.text("input");
    command.expect = read_command_expectation(reading, mapping, lowest_failing_status);
  }
  command.text = file_beside(reading, node, action->source, "a script's file");
  action->commands.push_back(std::move(command));
  return action;
}

}  // namespace

constinit const StepKind script_step{
    .key = {"script", "text|script", "Runs a file beside the scenario in the shell."},
    .topic = Topic::shell,
    .is_on_a_system = true,
    .read = read_script,
    .forms = script_forms,
};

}  // namespace ringside::harness
