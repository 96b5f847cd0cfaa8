// app/commands/run_input.cpp - reads jobs, shell procedures, REXX execs and workflows.
#include "app/commands/run_input.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/limits.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "harness/scenario/text_file.hpp"
#include "harness/workflow/given_values.hpp"
#include "parser/scripts/shell_procedure.hpp"
#include "parser/scripts/workflow.hpp"

namespace ringside::app {
namespace {

using parser::InputKind;

[[noreturn]] void refuse(const std::string& file, const std::string& looks, const std::vector<std::string>& errors) {
  throw UsageError(fmt::format("{} looks like {}; nothing was run:\n  {}", file, looks, base::join(errors, "\n  ")));
}

std::vector<std::string> described(const std::vector<parser::Diagnostic>& errors) {
  std::vector<std::string> texts;
  for (const parser::Diagnostic& error : errors)
    texts.push_back(base::replace_all(parser::describe(error), "\n", "\n  "));
  return texts;
}

tl::expected<std::string, std::string> template_file(const std::filesystem::path& folder, const std::string& path) {
  return harness::read_text_file(folder, path, base::limits::workflow_bytes);
}

void read_workflow(RunInput& input, const std::string& looks, const std::string& content, const RunOptions& options) {
  const std::filesystem::path folder = std::filesystem::path(input.file).parent_path();
  const parser::Workflow workflow = parser::read_workflow(
      content, options.variables, [&](const std::string& path) { return template_file(folder, path); });
  std::vector<std::string> errors = described(workflow.errors);
  const std::vector<std::string> defined(workflow.variables.defined.begin(), workflow.variables.defined.end());
  if (errors.empty())
    for (const std::string& name : harness::unknown_values(workflow, content, options.variables))
      errors.push_back(fmt::format("--variable {}: the workflow has no such variable{}", base::printable(name),
                                   base::did_you_mean(name, defined)));
  if (workflow.lacks_values) errors.emplace_back("give values with --variable NAME=VALUE, or with --variables FILE");
  for (const parser::WorkflowStep& step : workflow.steps) input.units.push_back(harness::read_step(step));
  if (!errors.empty()) refuse(input.file, looks, errors);
  input.variables = workflow.variables;
  for (const std::string& step : workflow.left_out)
    input.remarks.push_back(fmt::format("step {} is left out by its condition", base::printable(step)));
  for (const std::string& step : workflow.manual_steps)
    input.remarks.push_back(fmt::format("step {} has no template: do it by hand", base::printable(step)));
}

void read_procedure(RunInput& input, const std::string& looks, const std::string& content) {
  input.units.push_back({{}, {}, parser::read_shell_script(content), 0});
  const parser::Script& script = input.units.front().script;
  std::vector<std::string> errors = described(script.errors);
  if (!errors.empty()) errors.emplace_back("use 'ringside sh' for procedures with file commands, openssl and keytool");
  if (errors.empty() && script.commands.empty()) errors.emplace_back("it has no TSO command");
  if (!errors.empty()) refuse(input.file, looks, errors);
}

/// A scenario file has lines with these keys, which no job has.
bool is_scenario(const std::string& content) {
  return ("\n" + content).find("\nname:") != std::string::npos && content.find("\nsteps:") != std::string::npos;
}

/// What the content shows; where it shows nothing, the ending of the file's name.
parser::InputGuess guess(const std::string& file, const std::string& content) {
  const parser::InputGuess by_content = parser::guess_input(content);
  const std::string name = base::lower(file);
  const bool named = name.ends_with(".rexx") || name.ends_with(".rex") || name.ends_with(".exec");
  return named && !by_content.sure ? parser::InputGuess{InputKind::rexx, true, "its name"} : by_content;
}

}  // namespace

RunInput read_run_input(const std::string& file, const std::string& content, const RunOptions& options) {
  const parser::InputGuess guess = app::guess(file, content);
  RunInput input{file, options.kind.value_or(guess.kind), {}, {}};
  if (!options.kind && !guess.sure && is_scenario(content))
    throw UsageError(fmt::format("{} is a scenario: 'ringside test {}' plays it", file, file));
  const std::string looks = options.kind ? fmt::format("{} (--as says so)", name_of(input.kind))
                                         : fmt::format("{} ({})", name_of(input.kind), guess.why);
  if (input.kind != InputKind::workflow && !options.variables.empty())
    throw UsageError(fmt::format("--variable is for workflows, but {} looks like {}", file, looks));
  if (input.kind == InputKind::workflow) {
    read_workflow(input, looks, content, options);
  } else if (input.kind == InputKind::jcl) {
    input.units.push_back({{}, content, {}, 0});
    if (!options.kind && !guess.sure)
      input.remarks.push_back(fmt::format(
          "{} is run as JCL: {}. Use --as if it is something else, and 'ringside tso' for plain TSO commands", file,
          guess.why));
  } else if (input.kind == InputKind::rexx) {
    input.units.push_back({{}, {}, {}, 0, {}, content});
  } else {
    read_procedure(input, looks, content);
  }
  return input;
}

}  // namespace ringside::app
