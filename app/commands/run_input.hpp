// app/commands/run_input.hpp - what `ringside run` is given, read whole before anything runs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/scripts/input_kind.hpp"
#include "parser/scripts/script.hpp"

namespace ringside::app {

/// One thing to run: a job stream, or the commands of a script.
struct RunUnit {
  std::string step;       ///< of a workflow
  std::string jcl;        ///< empty for a script
  parser::Script script;  ///< of a shell procedure or exec
  int most_code = 0;      ///< a higher code ends the workflow
};

struct RunInput {
  std::string file;
  parser::InputKind kind = parser::InputKind::jcl;
  std::vector<RunUnit> units;
  std::vector<std::string> remarks;  ///< for a person, before it runs
};

/// How a file is to be read.
struct RunOptions {
  std::optional<parser::InputKind> kind;         ///< by its content if it is not said
  std::map<std::string, std::string> variables;  ///< of workflows
};

/// Reads a file of any kind. Throws UsageError with every place that is not supported or has no value.
RunInput read_run_input(const std::string& file, const std::string& content, const RunOptions& options);

}  // namespace ringside::app
