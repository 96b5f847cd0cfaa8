// app/workflow/step_variables.hpp - the variables that the program of a workflow's step sets.
#pragma once

#include <string>

#include "app/commands/run_input.hpp"
#include "app/program.hpp"

namespace ringside::app {

/// Sets the variables that a step leaves in its output, in lines "PREFIX NAME = VALUE", and in its z/OS UNIX file, as
/// properties. Throws UsageError if the file cannot be read.
void take_variables(Program& program, const RunUnit& unit, const std::string& output,
                    parser::TemplateVariables& variables);

/// Fills and reads a step that fills late. Throws UsageError if it cannot run.
RunUnit filled(Program& program, const RunUnit& unit, const parser::TemplateVariables& variables);

/// Why the shell script of a step would not run, a line for each cause; empty if it would, or if the step has none.
std::vector<std::string> shell_errors(Program& program, const RunUnit& unit);

}  // namespace ringside::app
