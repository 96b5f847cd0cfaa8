// harness/steps/sh.cpp - the steps 'sh', 'keytool' and 'openssl': lines of the shell, arguments of its tools.
#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/steps/shell_commands.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey line_keys[] = {
    {"run", "text", "The line, or the arguments.", is_required},
    {"input", "text", "What is typed when something asks."},
    exit_status_key,
    failing_status_key,
    printed_key,
};
constexpr Form line_forms[] = {{"line", "a command", line_keys}};

ShellCommands::Command read_line(Reading& reading, const YAML::Node& node) {
  ShellCommands::Command command;
  if (node.IsScalar()) {
    command.text = node.Scalar();
    command.expect = expect_success(YamlReader::place(node));
  } else {
    Mapping mapping(reading.yaml, node, form("line"));
    command.text = mapping.required_text("run");
    command.input = mapping.text("input");
    command.expect = read_command_expectation(reading, mapping, lowest_failing_status);
  }
  if (base::trim(command.text).empty()) reading.yaml.complain(node, "a command is empty");
  return command;
}

/// Reads the lines at `key`; `tool` begins each command.
std::shared_ptr<const Action> read_lines(Reading& reading, Mapping& step, const std::string& key,
                                         const std::string& tool) {
  auto action = std::make_shared<ShellCommands>();
  for (const YAML::Node& node : reading.yaml.list_or_one(step.at(key))) {
    action->commands.push_back(read_line(reading, node));
    action->commands.back().text.insert(0, tool);
  }
  if (action->commands.empty()) reading.yaml.complain(step.at(key), fmt::format("'{}' holds no command", key));
  return action;
}

std::shared_ptr<const Action> read_sh(Reading& reading, Mapping& step) {
  return read_lines(reading, step, "sh", "");
}

std::shared_ptr<const Action> read_keytool(Reading& reading, Mapping& step) {
  return read_lines(reading, step, "keytool", "keytool ");
}

std::shared_ptr<const Action> read_openssl(Reading& reading, Mapping& step) {
  return read_lines(reading, step, "openssl", "openssl ");
}

}  // namespace

constinit const StepKind sh_step{
    .key = {"sh", "text|line|[text|line]", "Lines of the shell."},
    .topic = Topic::shell,
    .is_on_a_system = true,
    .read = read_sh,
    .forms = line_forms,
};
constinit const StepKind keytool_step{
    .key = {"keytool", "text|line|[text|line]", "Arguments of keytool."},
    .topic = Topic::shell,
    .is_on_a_system = true,
    .read = read_keytool,
};
constinit const StepKind openssl_step{
    .key = {"openssl", "text|line|[text|line]", "Arguments of openssl."},
    .topic = Topic::shell,
    .is_on_a_system = true,
    .read = read_openssl,
};

}  // namespace ringside::harness
