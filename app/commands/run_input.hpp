// app/commands/run_input.hpp - the input of ringside run, read completely before anything runs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/workflow/run_unit.hpp"
#include "parser/scripts/input_kind.hpp"
#include "parser/scripts/workflow.hpp"

namespace ringside::app {

struct RunInput {
  std::string file;
  parser::InputKind kind = parser::InputKind::jcl;
  std::vector<harness::RunUnit> units;
  std::vector<std::string> remarks;          ///< printed before the input runs
  parser::TemplateVariables variables = {};  ///< of a workflow
};

/// How to read a file.
struct RunOptions {
  std::optional<parser::InputKind> kind;         ///< nullopt: guess from the content
  std::map<std::string, std::string> variables;  ///< values of workflow variables
};

/// Reads a file of any kind. Throws UsageError that lists every line that is not supported and every variable without
/// a value.
RunInput read_run_input(const std::string& file, const std::string& content, const RunOptions& options);

}  // namespace ringside::app
