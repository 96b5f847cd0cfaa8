// harness/steps/agent.cpp - the steps 'start_agent' and 'stop_agent': the agent's own scripts.
#include <fmt/format.h>

#include "harness/steps/shell_commands.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey agent_keys[] = {
    {"folder", "text", "Begins with '/'.", is_required},
    exit_status_key,
    failing_status_key,
    printed_key,
};
constexpr Form agent_forms[] = {{"agent", "an agent", agent_keys}};

/// `tool` is the script in the agent's folder.
std::shared_ptr<const Action> read_agent(Reading& reading, Mapping& step, const std::string& key,
                                         const std::string& tool) {
  const YAML::Node node = step.at(key);
  ShellCommands::Command command;
  command.expect = expect_success(YamlReader::place(node));
  std::string folder;
  if (node.IsScalar()) {
    folder = path_at(reading, step, key);
  } else {
    Mapping mapping(reading.yaml, node, form("agent"));
    folder = path_at(reading, mapping, "folder");
    command.expect = read_command_expectation(reading, mapping, lowest_failing_status);
  }
  command.text = fmt::format("{}/{}", folder, tool);
  auto action = std::make_shared<ShellCommands>();
  action->commands.push_back(std::move(command));
  return action;
}

std::shared_ptr<const Action> read_start_agent(Reading& reading, Mapping& step) {
  return read_agent(reading, step, "start_agent", "StartUpLwa");
}

std::shared_ptr<const Action> read_stop_agent(Reading& reading, Mapping& step) {
  return read_agent(reading, step, "stop_agent", "ShutDownLwa");
}

}  // namespace

constinit const StepKind start_agent_step{
    .key = {"start_agent", "text|agent", "Starts the agent in a folder, as StartUpLwa does."},
    .topic = Topic::agent,
    .is_on_a_system = true,
    .read = read_start_agent,
    .forms = agent_forms,
};
constinit const StepKind stop_agent_step{
    .key = {"stop_agent", "text|agent", "Stops it, as ShutDownLwa does."},
    .topic = Topic::agent,
    .is_on_a_system = true,
    .read = read_stop_agent,
};

}  // namespace ringside::harness
