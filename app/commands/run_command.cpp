// app/commands/run_command.cpp - ringside run: submits jobs, runs the commands of scripts, and prints a summary.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/rehearsal.hpp"
#include "app/commands/run_input.hpp"
#include "app/output/job_summary.hpp"
#include "app/output/spool_text.hpp"
#include "app/program.hpp"
#include "app/prompt/terminal.hpp"
#include "app/workflow/shell_step.hpp"
#include "app/workflow/step_variables.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/jes/result_json.hpp"
#include "emulator/jes/submit.hpp"
#include "parser/scripts/properties.hpp"

namespace ringside::app {
namespace {

/// Reads the values NAME=FOLDER of --library.
jes::Libraries libraries_of(const std::vector<std::string>& options) {
  jes::Libraries libraries;
  for (const std::string& option : options) {
    const auto equals = option.find('=');
    if (equals == std::string::npos) throw UsageError("--library " + option + ": must be NAME=FOLDER");
    if (const auto added = libraries.add(base::upper(option.substr(0, equals)), option.substr(equals + 1)); !added)
      throw UsageError("--library " + option + ": " + added.error());
  }
  return libraries;
}

/// The name of an exec in a file: that of the file without folders and ending, at most 8 characters, as a member has
/// it.
std::string exec_name(const std::string& file) {
  constexpr std::size_t longest = 8;
  std::string name;
  for (const char c : base::upper(std::filesystem::path(file).stem().string()))
    if (name.size() < longest && (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '@' || c == '#' || c == '$'))
      name += c;
  return name.empty() || std::isdigit(static_cast<unsigned char>(name.front())) != 0 ? "EXEC" : name;
}

/// Runs every unit of every file, in order.
class Run {
 public:
  /// `argument` is that of REXX execs.
  Run(Program& program, jes::Libraries libraries, std::string argument)
      : program_(program),
        session_(program.untold_session()),
        libraries_(std::move(libraries)),
        argument_(std::move(argument)) {}

  void play(const RunInput& input) {
    file_ = input.file;
    print_remarks(program_.error(), input.remarks, "  ");
    if (input.kind == parser::InputKind::workflow) return play_workflow(input);
    for (const RunUnit& unit : input.units) run_unit(unit);
  }

  void finish(Rehearsal& rehearsal) {
    program_.tell_new_lab();
    base::Json counts = {{"jobs", jobs_}, {"commands", counts_.commands}, {"refused", counts_.refused}};
    rehearsal.tell(json_, counts);
    if (program_.options.json) program_.print_json("run", std::move(json_), counts);
  }

 private:
  struct Ended {
    int code = 0;
    bool completed = true;  // false after a JCL error or abend, which fails a workflow step for any maxRc
    std::string output{};   // of a shell script or a job
  };

  /// A step that fails ends the workflow.
  void play_workflow(const RunInput& input) {
    parser::StepOutcomes outcomes;
    parser::TemplateVariables variables = input.variables;
    bool failed = false;
    for (const RunUnit& unit : input.units) {
      const char* left_out = failed ? "Not Performed" : why_left_out(unit, variables, outcomes);
      const Ended ended = left_out != nullptr ? Ended{} : run_unit(filled(program_, unit, variables));
      const bool is_bad = ended.code > unit.most_code || !ended.completed;
      const std::string state = left_out != nullptr ? left_out : is_bad ? "Failed" : "Complete";
      outcomes[unit.step] = {left_out != nullptr ? "" : fmt::format("{:04}", ended.code), state};
      tell(unit, ended, base::lower(state), left_out == nullptr);
      failed = failed || is_bad;
      if (left_out == nullptr && !is_bad) take_variables(program_, unit, ended.output, variables);
    }
  }

  /// The state of a step that its condition leaves out; nullptr if it is performed.
  static const char* why_left_out(const RunUnit& unit, const parser::TemplateVariables& variables,
                                  const parser::StepOutcomes& outcomes) {
    if (!unit.condition) return nullptr;
    const auto fate = parser::fate_of(*unit.condition, variables, outcomes);
    if (!fate) throw UsageError(fmt::format("step {}: condition: {}", base::printable(unit.step), fate.error()));
    return *fate == parser::StepFate::skipped     ? "Skipped"
           : *fate == parser::StepFate::not_ready ? "Not Ready"
                                                  : nullptr;
  }

  Ended run_unit(const RunUnit& unit) {
    program_.tell_new_lab();
    if (!unit.exec.empty()) return {.code = run_exec(unit)};
    if (!unit.shell.empty()) return run_shell(unit);
    return unit.script.commands.empty() ? submit(unit.jcl, !unit.output_prefix.empty())
                                        : Ended{.code = issue(unit.script)};
  }

  Ended run_shell(const RunUnit& unit) {
    const ShellOutcome outcome = run_shell_step(program_, unit.shell);
    if (program_.options.json)
      json_.push_back({{"command", "sh"},
                       {"rc", outcome.status},
                       {"output", base::lines(outcome.output)},
                       {"errors", base::lines(outcome.errors)}});
    program_.status = std::max(program_.status, outcome.status);
    return {.code = outcome.status, .output = outcome.output};
  }

  /// Prints the outcome of a workflow step.
  void tell(const RunUnit& unit, const Ended& ended, const std::string& outcome, bool has_run) {
    if (program_.options.json) {
      json_.push_back(
          {{"workflow_step", unit.step}, {"outcome", outcome}, {"cc", ended.code}, {"max_rc", unit.most_code}});
      return;
    }
    fmt::print(program_.error(), "step {} of the workflow: {}", base::printable(unit.step), outcome);
    if (has_run) fmt::print(program_.error(), ", {} (maxRc {})", ended.code, unit.most_code);
    program_.error() << '\n';
  }

  Ended submit(const std::string& stream, bool keeps_output) {
    Ended ended;
    for (const jes::JobResult& job : jes::submit(session_, stream, libraries_)) {
      count(job);
      if (program_.options.json) {
        json_.push_back(jes::job_json(job));
      } else {
        program_.out() << spool_text(job);
        program_.flush();
        print_summary(program_.error(), job);
      }
      if (keeps_output)
        for (const jes::SpoolFile& file : job.spool) ended.output += base::join(file.lines, "\n") + "\n";
      ended.code = std::max(ended.code, exit_status(job));
      ended.completed =
          ended.completed && (job.status == jes::JobStatus::completed || job.status == jes::JobStatus::scanned);
    }
    program_.status = std::max(program_.status, ended.code);
    return ended;
  }

  void count(const jes::JobResult& job) {
    ++jobs_;
    for (const jes::StepResult& step : job.steps)
      for (const host::CommandResult& command : step.commands) counts_.add(command);
  }

  int issue(const parser::Script& script) {
    Terminal terminal(program_, json_);
    terminal.accept(parser::CommandStream{script.commands, {}});
    return count(terminal);
  }

  int run_exec(const RunUnit& unit) {
    Terminal terminal(program_, json_);
    terminal.run({.name = exec_name(file_), .source = unit.exec}, argument_);
    return count(terminal);
  }

  int count(const Terminal& terminal) {
    counts_.commands += terminal.counts().commands;
    counts_.refused += terminal.counts().refused;
    return terminal.highest_code();
  }

  Program& program_;
  racf::Session session_;
  jes::Libraries libraries_;
  std::string argument_;
  std::string file_;  // that runs
  base::Json json_ = base::Json::array();
  std::size_t jobs_ = 0;
  CommandCounts counts_;
};

/// The operands and options, as typed.
struct Typed {
  std::vector<std::string> files;
  std::string kind;
  std::vector<std::string> variables;
  std::vector<std::string> variable_files;
  std::vector<std::string> libraries;
  std::string argument;
  RehearsalArguments rehearsal;
};

const std::map<std::string, parser::InputKind>& input_kinds() {
  static const std::map<std::string, parser::InputKind> table = {{"jcl", parser::InputKind::jcl},
                                                                 {"shell", parser::InputKind::shell},
                                                                 {"rexx", parser::InputKind::rexx},
                                                                 {"workflow", parser::InputKind::workflow}};
  return table;
}

void read_variables(Program& program, const std::string& file, std::map<std::string, std::string>& variables) {
  const auto read = parser::read_properties(read_input_file(program, file));
  if (!read) throw UsageError(fmt::format("--variables {}: {}", file, parser::describe(read.error())));
  for (const auto& [name, value] : *read) variables[name] = value;
}

RunOptions options_of(Program& program, const Typed& typed) {
  RunOptions options;
  for (const std::string& file : typed.variable_files) read_variables(program, file, options.variables);
  if (!typed.kind.empty()) options.kind = input_kinds().at(typed.kind);
  for (const std::string& variable : typed.variables) {
    const auto sign = variable.find('=');
    if (sign == 0 || sign == std::string::npos)
      throw UsageError("--variable " + base::printable(variable) + ": must be NAME=VALUE");
    options.variables[variable.substr(0, sign)] = variable.substr(sign + 1);
  }
  return options;
}

/// Throws UsageError if a shell script of a workflow would not run.
void check_shell_steps(Program& program, const RunInput& input) {
  std::vector<std::string> errors;
  for (const RunUnit& unit : input.units)
    for (std::string& error : shell_errors(program, unit)) errors.push_back(std::move(error));
  if (!errors.empty())
    throw UsageError(fmt::format("{}: nothing was run:\n  {}", input.file, base::join(errors, "\n  ")));
}

void run_files(Program& program, const Typed& typed) {
  const RunOptions options = options_of(program, typed);
  std::vector<RunInput> inputs;  // all are read first; if one has an error, nothing runs
  for (const std::string& file : typed.files)
    inputs.push_back(read_run_input(file == "-" ? "standard input" : file, read_input_file(program, file), options));
  jes::Libraries libraries = libraries_of(typed.libraries);
  Rehearsal rehearsal(program, typed.rehearsal);
  for (const RunInput& input : inputs) check_shell_steps(program, input);
  Run run(program, std::move(libraries), typed.argument);
  for (const RunInput& input : inputs) run.play(input);
  run.finish(rehearsal);
}

}  // namespace

Command run_command(Program& program) {
  auto typed = std::make_shared<Typed>();
  std::vector<Option> options = {
      {"FILE",
       &typed->files,
       "jobs, shell procedures, REXX execs, workflows; '-' is standard input",
       {.required = true}},
      {"--as",
       &typed->kind,
       "what the files are, if their content does not show it",
       {.choices = {"jcl", "rexx", "shell", "workflow"}}},
      {"--variable",
       &typed->variables,
       "value of a workflow variable, instead of the default in its definition",
       {.type = "NAME=VALUE"}},
      {"--variables",
       &typed->variable_files,
       "file of such values, as z/OSMF reads it: NAME=VALUE lines; an empty value is one",
       {.type = "FILE"}},
      {"--argument", &typed->argument, "the argument of the REXX execs among the files", {.type = "TEXT"}},
      {"--library",
       &typed->libraries,
       "folder with the procedures and INCLUDE groups of a library",
       {.type = "NAME=FOLDER"}}};
  append(options, rehearsal_options(typed->rehearsal));
  return {
      .name = "run",
      .about = "run jobs, and the TSO commands of shell procedures, REXX execs and workflows",
      .notes =
          "JCL is submitted and its spool is printed. The tsocmd lines of shell procedures run as 'ringside tso' runs "
          "them; a procedure with anything else is refused before its first line runs. REXX execs run by Regina, in a "
          "process that can only compute, for at most 10 seconds of processor time. The templates of z/OSMF "
          "workflows run one after another.\n"
          "Exit status: the highest condition code; 16 JCL error, 20 abend, 64 wrong usage, 70 a defect of "
          "ringside, 74 output that cannot "
          "be written.",
      .examples = {"ringside --date 2013-05-17 --seed demo run izusec.jcl",
                   "ringside --lab new.lab --date 2013-05-17 run --dry-run izusec.jcl",
                   "ringside run --variable HOST=zosmf.example.com keyring.xml"},
      .options = std::move(options),
      .run = [&program, typed] { run_files(program, *typed); },
      .makes_lab = true};
}

}  // namespace ringside::app
