// app/commands/run_input.hpp - the input of ringside run, read completely before anything runs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/scripts/input_kind.hpp"
#include "parser/scripts/script.hpp"
#include "parser/scripts/step_condition.hpp"
#include "parser/scripts/workflow.hpp"

namespace ringside::app {

/// One thing to run: a job stream, the commands of a script, an exec, or a shell script with other commands.
struct RunUnit {
  std::string step;                                               ///< name of the workflow step
  std::string jcl;                                                ///< empty for a script
  parser::Script script;                                          ///< of a shell procedure
  int most_code = 0;                                              ///< a higher return code ends the workflow
  std::optional<parser::StepCondition> condition = std::nullopt;  ///< of a workflow step that waits for others
  std::string exec{};                                             ///< source of a REXX exec
  std::string shell{};          ///< of a workflow step that does more than issue TSO commands
  std::string output_prefix{};  ///< as in parser::WorkflowStep
  std::string output_file{};
  std::optional<parser::WorkflowStep> late{};  ///< set if the step has to be filled and read when it is its turn
};

struct RunInput {
  std::string file;
  parser::InputKind kind = parser::InputKind::jcl;
  std::vector<RunUnit> units;
  std::vector<std::string> remarks;          ///< printed before the input runs
  parser::TemplateVariables variables = {};  ///< of a workflow
};

/// How to read a file.
struct RunOptions {
  std::optional<parser::InputKind> kind;         ///< nullopt: guess from the content
  std::map<std::string, std::string> variables;  ///< values of workflow variables
};

/// What runs for a step of a workflow.
RunUnit read_step(const parser::WorkflowStep& step);

/// Reads a file of any kind. Throws UsageError that lists every line that is not supported and every variable without
/// a value.
RunInput read_run_input(const std::string& file, const std::string& content, const RunOptions& options);

}  // namespace ringside::app
