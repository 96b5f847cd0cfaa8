// harness/workflow/run_unit.cpp - decides what runs for a step of a workflow.
#include "harness/workflow/run_unit.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "parser/scripts/shell_procedure.hpp"

namespace ringside::harness {
namespace {

// The JOB statement that z/OSMF puts before a template without one. Its manual says that templates should have none.
constexpr std::string_view workflow_job = "//IZUWFJB  JOB (ACCTINFO),CLASS=A,MSGCLASS=0,MSGLEVEL=(1,1),REGION=0M\n";

bool has_job_statement(const std::string& jcl) {
  const auto lines = base::lines(jcl);
  return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    if (!line.starts_with("//") || line.starts_with("//*")) return false;
    const auto end_of_name = line.find(' ');
    const auto operation = line.find_first_not_of(' ', end_of_name);
    if (end_of_name == std::string::npos || operation == std::string::npos) return false;
    const std::string rest = line.substr(operation);
    return rest == "JOB" || rest.starts_with("JOB ");
  });
}

}  // namespace

RunUnit read_step(const parser::WorkflowStep& step) {
  RunUnit unit{step.name, {}, {}, step.most_code, step.condition};
  unit.output_prefix = step.output_prefix;
  unit.output_file = step.output_file;
  if (step.fills_late) {
    unit.late = step;
    return unit;
  }
  if (step.kind == parser::TemplateKind::jcl) {
    unit.jcl = has_job_statement(step.text) ? step.text : std::string(workflow_job) + step.text;
    return unit;
  }
  if (step.kind == parser::TemplateKind::rexx) {
    unit.exec = step.text;
    return unit;
  }
  unit.script = parser::read_shell_script(step.text);
  if (unit.script.errors.empty() && !unit.script.commands.empty() && !step.sets_variables()) return unit;
  unit.script = {};
  unit.shell = step.text;
  return unit;
}

}  // namespace ringside::harness
