// app/commands/run_command.cpp - ringside run: submits jobs, runs the commands of scripts, and prints a summary.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/data_set_folder.hpp"
#include "app/commands/rehearsal.hpp"
#include "app/commands/run_input.hpp"
#include "app/commands/tool_host.hpp"
#include "app/output/job_summary.hpp"
#include "app/output/spool_text.hpp"
#include "app/program.hpp"
#include "app/prompt/terminal.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/jes/result_json.hpp"
#include "emulator/jes/submit.hpp"
#include "harness/workflow/play_step.hpp"
#include "harness/workflow/shell_step.hpp"
#include "parser/scripts/properties.hpp"

namespace ringside::app {
namespace {

using harness::RunUnit;
using harness::UnitEnd;

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

/// Keeps what is printed, and passes it on unless --json is given.
class KeptOutput final : public host::Streams {
 public:
  explicit KeptOutput(Program& program) : console_(program), shows_(!program.options.json) {}

  void out(std::string_view text) override {
    kept_.out(text);
    if (shows_) console_.out(text);
  }
  void error(std::string_view text) override {
    kept_.error(text);
    if (shows_) console_.error(text);
  }
  // A step of z/OSMF has no input.
  std::optional<std::string> read_line(bool /*hidden*/) override { return std::nullopt; }
  base::Bytes read_rest() override { return {}; }

  [[nodiscard]] const std::string& output() const { return kept_.output(); }
  [[nodiscard]] const std::string& errors() const { return kept_.errors(); }

 private:
  ConsoleStreams console_;
  host::TextStreams kept_;
  bool shows_;
};

harness::StepUser step_user(Program& program) {
  const racf::Session session = program.untold_session();
  return {program.lab(), session.system, session.user};
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
  /// A step that fails ends the workflow.
  void play_workflow(const RunInput& input) {
    const harness::StepUser user = step_user(program_);
    harness::WorkflowState state{.variables = input.variables, .outcomes = {}};
    bool failed = false;
    for (const RunUnit& unit : input.units) {
      const harness::StepEnd end =
          failed ? harness::StepEnd{.state = "Not Performed"}
                 : harness::play_step(user, unit, state, [&](const RunUnit& each) { return run_unit(each); });
      if (end.performed || end.problem.empty()) tell(unit, end);
      if (!end.problem.empty()) throw UsageError(end.problem);
      failed = failed || end.state == "Failed";
    }
  }

  UnitEnd run_unit(const RunUnit& unit) {
    program_.tell_new_lab();
    if (!unit.exec.empty()) return {.code = run_exec(unit)};
    if (!unit.shell.empty()) return run_shell(unit);
    return unit.script.commands.empty() ? submit(unit.jcl, !unit.output_prefix.empty())
                                        : UnitEnd{.code = issue(unit.script)};
  }

  UnitEnd run_shell(const RunUnit& unit) {
    KeptOutput streams(program_);
    const int status = harness::run_shell_step(step_user(program_), unit.shell, streams);
    if (program_.options.json)
      json_.push_back({{"command", "sh"},
                       {"rc", status},
                       {"output", base::lines(streams.output())},
                       {"errors", base::lines(streams.errors())}});
    program_.status = std::max(program_.status, status);
    return {.code = status, .output = streams.output()};
  }

  /// Prints the outcome of a workflow step.
  void tell(const RunUnit& unit, const harness::StepEnd& step) {
    const std::string outcome = base::lower(step.state);
    if (program_.options.json) {
      json_.push_back(
          {{"workflow_step", unit.step}, {"outcome", outcome}, {"cc", step.end.code}, {"max_rc", unit.most_code}});
      return;
    }
    fmt::print(program_.error(), "step {} of the workflow: {}", base::printable(unit.step), outcome);
    if (step.performed) fmt::print(program_.error(), ", {} (maxRc {})", step.end.code, unit.most_code);
    program_.error() << '\n';
  }

  UnitEnd submit(const std::string& stream, bool keeps_output) {
    UnitEnd ended;
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
  std::string data_sets;  ///< --files
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
  for (const RunUnit& unit : input.units) {
    if (unit.shell.empty()) continue;
    for (std::string& error : harness::shell_errors(step_user(program), unit)) errors.push_back(std::move(error));
  }
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
  DataSetFolder data_sets(program, typed.data_sets);
  for (const RunInput& input : inputs) check_shell_steps(program, input);
  Run run(program, std::move(libraries), typed.argument);
  for (const RunInput& input : inputs) run.play(input);
  data_sets.remove();
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
  options.push_back(files_option(typed->data_sets));
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
