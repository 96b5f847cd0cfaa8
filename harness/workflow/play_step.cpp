// harness/workflow/play_step.cpp - performs a step of a workflow, and fills it with the variables of steps before it.
#include "harness/workflow/play_step.hpp"

#include <fmt/format.h>
#include <tl/expected.hpp>

#include "base/text.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/racf/users/unix_user.hpp"
#include "harness/workflow/shell_step.hpp"
#include "parser/scripts/properties.hpp"

namespace ringside::harness {
namespace {

using Problem = tl::unexpected<std::string>;

Problem problem(const RunUnit& unit, const std::string& why) {
  return Problem(fmt::format("step {}: {}", base::printable(unit.step), why));
}

/// Sets the variable. Returns false if it has another value, and the rule leaves conflicts to a person.
bool set(WorkflowState& state, const std::string& name, const std::string& value) {
  std::string& kept = state.variables.values[name];
  state.variables.defined.insert(name);
  const bool is_conflict = !kept.empty() && kept != value;
  if (is_conflict && state.on_conflict == ConflictRule::leave) return false;
  if (!is_conflict || state.on_conflict == ConflictRule::output_value) kept = value;
  return true;
}

tl::expected<void, std::string> set_all(const RunUnit& unit, WorkflowState& state,
                                        const std::vector<std::pair<std::string, std::string>>& variables) {
  for (const auto& [name, value] : variables)
    if (!set(state, name, value))
      return problem(unit, fmt::format("the variable {} has another value already", base::printable(name)));
  return {};
}

/// The lines "PREFIX NAME = VALUE" of an output.
std::vector<std::pair<std::string, std::string>> printed_variables(const RunUnit& unit, const std::string& output) {
  std::vector<std::pair<std::string, std::string>> variables;
  if (unit.output_prefix.empty()) return variables;
  for (const std::string& line : base::lines(output)) {
    const std::string text = base::trim(line);
    const std::size_t sign = text.find('=');
    if (!text.starts_with(unit.output_prefix) || sign == std::string::npos) continue;
    const std::size_t begin = unit.output_prefix.size();
    variables.emplace_back(base::trim(text.substr(begin, sign - begin)), base::trim(text.substr(sign + 1)));
  }
  return variables;
}

/// The properties in the z/OS UNIX file that the step has written.
tl::expected<std::vector<std::pair<std::string, std::string>>, std::string> written_variables(const StepUser& user,
                                                                                              const RunUnit& unit) {
  if (unit.output_file.empty()) return {};
  racf::Session session = user.session();
  const racf::UnixLogin login = racf::unix_login(session);
  const host::LabFiles files(user.lab, user.system, login.user);
  const std::string shown = base::printable(unit.output_file);
  const auto content = files.read(host::absolute(files, login.directory, unit.output_file));
  if (!content) return problem(unit, shown + ", the file of its variables: " + host::file_error_text(content.error()));
  const auto read = parser::read_properties(base::to_text(*content));
  if (!read) return problem(unit, shown + ": " + parser::describe(read.error()));
  return std::vector<std::pair<std::string, std::string>>(read->begin(), read->end());
}

tl::expected<void, std::string> take_variables(const StepUser& user, const RunUnit& unit, const std::string& output,
                                               WorkflowState& state) {
  return set_all(unit, state, printed_variables(unit, output))
      .and_then([&] { return written_variables(user, unit); })
      .and_then([&](const auto& written) { return set_all(unit, state, written); });
}

/// Fills and reads a step that fills late.
tl::expected<RunUnit, std::string> filled(const StepUser& user, const RunUnit& unit, const WorkflowState& state) {
  if (!unit.late) return unit;
  parser::WorkflowStep step = *unit.late;
  const auto text = parser::fill_template(step, state.variables);
  if (!text) return problem(unit, base::join(text.error().sentences, "\n  "));
  step.text = *text;
  step.fills_late = false;
  RunUnit read = read_step(step);
  const std::vector<std::string> errors = shell_errors(user, read);
  if (!errors.empty()) return Problem(base::join(errors, "\n  "));
  return read;
}

tl::expected<parser::StepFate, std::string> fate_of(const RunUnit& unit, const WorkflowState& state) {
  if (!unit.condition) return parser::StepFate::performed;
  const auto fate = parser::fate_of(*unit.condition, state.variables, state.outcomes);
  if (!fate) return problem(unit, "condition: " + fate.error());
  return *fate;
}

}  // namespace

StepEnd play_step(const StepUser& user, const RunUnit& unit, WorkflowState& state, const UnitRunner& run) {
  const auto fate = fate_of(unit, state);
  if (!fate) return {.state = "Failed", .problem = fate.error()};
  if (*fate != parser::StepFate::performed) {
    StepEnd end{.state = *fate == parser::StepFate::skipped ? "Skipped" : "Not Ready"};
    state.outcomes[unit.step] = {"", end.state};
    return end;
  }
  const auto ready = filled(user, unit, state);
  if (!ready) return {.state = "Failed", .problem = ready.error()};
  StepEnd end{.state = "Complete", .performed = true, .end = run(*ready)};
  if (end.end.code > unit.most_code || !end.end.completed) end.state = "Failed";
  state.outcomes[unit.step] = {fmt::format("{:04}", end.end.code), end.state};
  if (end.state == "Failed") return end;
  if (const auto taken = take_variables(user, unit, end.end.output, state); !taken) end.problem = taken.error();
  return end;
}

std::vector<std::string> shell_errors(const StepUser& user, const RunUnit& unit) {
  std::vector<std::string> errors;
  if (unit.shell.empty()) return errors;
  for (const std::string& each : shell_problems(user, unit.shell))
    errors.push_back(fmt::format("step {}, template: {}", base::printable(unit.step), each));
  return errors;
}

}  // namespace ringside::harness
