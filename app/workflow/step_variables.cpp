// app/workflow/step_variables.cpp - reads variables from the output of a step, and fills later steps with them.
#include "app/workflow/step_variables.hpp"

#include <fmt/format.h>

#include "app/commands/tool_host.hpp"
#include "app/workflow/shell_step.hpp"
#include "base/text.hpp"
#include "parser/scripts/properties.hpp"

namespace ringside::app {
namespace {

void set(parser::TemplateVariables& variables, const std::string& name, const std::string& value) {
  variables.values[name] = value;
  variables.defined.insert(name);
}

[[noreturn]] void refuse(const RunUnit& unit, const std::string& why) {
  throw UsageError(fmt::format("step {}: {}", base::printable(unit.step), why));
}

}  // namespace

void take_variables(Program& program, const RunUnit& unit, const std::string& output,
                    parser::TemplateVariables& variables) {
  if (!unit.output_prefix.empty())
    for (const std::string& line : base::lines(output)) {
      const std::string text = base::trim(line);
      const std::size_t sign = text.find('=');
      if (!text.starts_with(unit.output_prefix) || sign == std::string::npos) continue;
      const std::size_t begin = unit.output_prefix.size();
      set(variables, base::trim(text.substr(begin, sign - begin)), base::trim(text.substr(sign + 1)));
    }
  if (unit.output_file.empty()) return;
  const Surroundings around = lab_host(program);
  const auto content = around.files->read(host::absolute(*around.files, around.directory, unit.output_file));
  if (!content)
    refuse(unit,
           base::printable(unit.output_file) + ", the file of its variables: " + file_error_text(content.error()));
  const auto read = parser::read_properties(base::to_text(*content));
  if (!read) refuse(unit, base::printable(unit.output_file) + ": " + parser::describe(read.error()));
  for (const auto& [name, value] : *read) set(variables, name, value);
}

RunUnit filled(Program& program, const RunUnit& unit, const parser::TemplateVariables& variables) {
  if (!unit.late) return unit;
  parser::WorkflowStep step = *unit.late;
  const auto text = parser::fill_template(step, variables);
  if (!text) refuse(unit, base::join(text.error(), "\n  "));
  step.text = *text;
  step.fills_late = false;
  RunUnit read = read_step(step);
  const std::vector<std::string> errors = shell_errors(program, read);
  if (!errors.empty()) throw UsageError(base::join(errors, "\n  "));
  return read;
}

std::vector<std::string> shell_errors(Program& program, const RunUnit& unit) {
  std::vector<std::string> errors;
  if (unit.shell.empty()) return errors;
  for (const std::string& problem : shell_problems(program, unit.shell))
    errors.push_back(fmt::format("step {}, template: {}", base::printable(unit.step), problem));
  return errors;
}

}  // namespace ringside::app
