// app/command_line.cpp - reads a command line by the tables of options: the only file that includes CLI11, since it is
// slow to compile. Also the last place that catches faults.
#include "app/command_line.hpp"

#include <algorithm>
#include <iostream>
#include <optional>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/subcommands.hpp"
#include "app/core_files.hpp"
#include "app/output/standard_streams.hpp"
#include "app/output/terminal_text.hpp"
#include "app/shims/shim.hpp"
#include "app/usage_text.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"
#include "base/wrap.hpp"
#include "emulator/crypto/foreign_data.hpp"

namespace ringside::app {
namespace {

constexpr const char* description = "Rehearse certificate and key-ring changes for z/OS, offline.";
constexpr const char* example = "ringside --date 2013-05-17 run izusec.jcl";
constexpr std::size_t help_column = 30;  // of CLI11

/// Columns of the help: those of the terminal within limits.
std::size_t help_width() {
  constexpr std::size_t least = 60, most = 110;
  return std::clamp(terminal_columns().value_or(most), least, most);
}

std::vector<Option> global_options(GlobalOptions& options) {
  return {
      {"--lab", &options.lab, "lab file; without it a new lab in memory with one z/OS system SYS1", {.type = "FILE"}},
      {"--system", &options.system, "the system to run the command on", {.type = "NAME"}},
      {"--user", &options.user, "the user who issues the commands (IBMUSER, who is SPECIAL)", {.type = "ID"}},
      {"--date",
       &options.date,
       "set the clock of the lab (2013-05-17, 2013-05-17T08:30:00), or 'real' for the real time; the lab keeps it",
       {.type = "DATE"}},
      {"--seed",
       &options.seed,
       "derive all keys from this text: every run makes the same test keys; the lab keeps it",
       {.type = "TEXT"}},
      {"--racf-level", &options.level, "z/OS release to emulate: 2.5, 3.1 (default) or 3.2", {.type = "LEVEL"}},
      {"--keys",
       &options.keys,
       "what makes RSA keys: search (own, fast, default; test keys), portable (the same keys without vector "
       "instructions), openssl",
       {.type = "MAKER"}},
      {"--key-cache",
       &options.key_cache,
       "folder that keeps seeded keys for the next run, or 'none' ($RINGSIDE_KEY_CACHE, else the user's cache)",
       {.type = "FOLDER"}},
      {"--wait",
       &options.wait,
       "seconds to wait for another process that writes to the same lab (300)",
       {.type = "SECONDS"}},
      {"--strict", &options.strict, "answer as RACF does: the default"},
      {"--lenient",
       &options.lenient,
       "accept with a remark what RACF refuses, and use changed profiles without SETROPTS REFRESH",
       {},
       "--strict"},
      {"--refuse-aes-pkcs12", &options.refuse_aes_pkcs12, "refuse a PKCS#12 encrypted with AES below level 3.2"},
      {"--ring-blank-lines", &options.ring_blank_lines, "print blank lines between the rows of LISTRING, from 3.1 on"},
      {"--json", &options.json, "print one JSON array on standard output, and nothing else there"},
  };
}

std::string folded(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string& line : base::lines(text))
    for (std::string& part : base::wrapped(line, width, 0)) lines.push_back(std::move(part));
  return base::join(lines, "\n");
}

std::string footer(const Command& command) {
  std::string text = command.notes.empty() ? "" : folded(command.notes, help_width()) + "\n";
  for (const std::string& each : command.examples) text += "Example: " + each + "\n";
  if (!text.empty()) text.pop_back();
  return text;
}

CLI::Option* declare_target(CLI::App& app, const Option& option) {
  const std::string help = folded(option.help, help_width() - help_column);
  return std::visit(
      [&](auto* target) -> CLI::Option* {
        if constexpr (std::is_same_v<decltype(target), bool*>)
          return app.add_flag(option.names, *target, help);
        else
          return app.add_option(option.names, *target, help);
      },
      option.target);
}

void declare_choices(CLI::Option& declared, const ValueRules& rules) {
  CLI::Validator member =
      rules.any_case ? CLI::IsMember(rules.choices, CLI::ignore_case) : CLI::IsMember(rules.choices);
  declared.type_name(base::join(rules.choices, "|"));
  declared.transform(member.description(""));
}

/// The error of an empty name: `--junit "$REPORT"` without a value of the variable does not mean that no report is
/// wanted.
std::string missing_name(const std::string& value) {
  return value.empty() ? "a name is missing" : "";
}

void declare(CLI::App& app, const Option& option) {
  const ValueRules& rules = option.value;
  CLI::Option& declared = *declare_target(app, option);
  if (std::holds_alternative<std::vector<std::string>*>(option.target) && !declared.get_positional())
    declared.allow_extra_args(false);  // each occurrence takes one value
  if (!rules.choices.empty()) declare_choices(declared, rules);
  if (rules.range) declared.check(CLI::Range(rules.range->first, rules.range->second).description(""));
  if (!rules.type.empty()) declared.type_name(rules.type);
  if (rules.type == "FILE" || rules.type == "FOLDER") declared.check(missing_name);
  if (declared.get_positional()) declared.type_name("");
  if (rules.shows_default) declared.capture_default_str();
  if (!option.excludes.empty()) declared.excludes(option.excludes);
  declared.required(rules.required);
}

void declare(CLI::App& parent, const Command& command) {
  CLI::App* app = parent.add_subcommand(command.name, command.about);
  if (!command.alias.empty()) app->alias(command.alias);
  if (!command.has_help) app->set_help_flag();
  app->footer(footer(command));
  app->fallthrough(command.takes_global_options);
  app->prefix_command(command.rest != nullptr);
  for (const Option& option : command.options) declare(*app, option);
  for (const Command& each : command.subcommands) declare(*app, each);
  if (!command.subcommands.empty()) app->require_subcommand(1);
  if (!command.run) return;
  app->callback([app, run = command.run, rest = command.rest] {
    if (rest != nullptr) *rest = app->remaining();
    run();
  });
}

void declare(CLI::App& app, const std::vector<Command>& commands) {
  app.require_subcommand(1);
  for (const Command& command : commands) declare(app, command);
}

/// The subcommands that were named, outermost first.
std::vector<std::string> path_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    names.push_back(at->get_name());
  }
  return names;
}

/// The first word that neither `app` nor its subcommands take. Not the words of another tool's command line.
std::optional<std::string> unexpected(const CLI::App& app) {
  if (app.get_prefix_command()) return std::nullopt;
  if (const auto words = app.remaining(); !words.empty()) return words.front();
  for (const CLI::App* each : app.get_subcommands())
    if (auto word = unexpected(*each)) return word;
  return std::nullopt;
}

/// Prints the help that was asked for, or what is wrong. Returns the exit status.
int answer(const CLI::ParseError& e, const CLI::App& app, const Vocabulary& vocabulary, Program& program) {
  if (e.get_exit_code() == 0) return app.exit(e, program.out(), program.error());
  const auto path = path_of(app);
  const std::string what = e.what();
  std::string text;
  if (const auto word = unexpected(app))
    text = unexpected_word(vocabulary, path, *word);
  else
    text = fmt::format("{}{}{}; '{}{}{}--help' explains it", base::join(path, " "), path.empty() ? "" : ": ",
                       what == "A subcommand is required" ? "a subcommand is missing" : what, vocabulary.caller,
                       base::join(path, " "), path.empty() ? "" : " ");
  program.error() << "ringside: " << text << '\n';
  return exit_usage;
}

int parse_and_run(CLI::App& app, const Vocabulary& vocabulary, Program& program, std::vector<std::string> arguments) {
  if (arguments.empty()) return program.error() << introduction(vocabulary.commands), exit_usage;
  try {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes the last word first
    app.parse(std::move(arguments));
    if (program.options.strict)
      program.error() << "ringside: --strict is the default; --lenient accepts what RACF refuses\n";
  } catch (const CLI::ParseError& e) {
    return answer(e, app, vocabulary, program);
  }
  return program.status;
}

int run_subcommand(Program& program, const std::vector<std::string>& arguments) {
  CLI::App app(std::string(description) + "\nExample: " + example, "ringside");
  const std::vector<Command> commands = subcommands(program);
  const Vocabulary vocabulary{"ringside ", commands, global_options(program.options)};
  for (const Option& option : vocabulary.options) declare(app, option);
  app.set_version_flag("--version", "ringside " RINGSIDE_VERSION);
  declare(app, commands);
  return parse_and_run(app, vocabulary, program, arguments);
}

/// Runs a subcommand, or a shim if one is given, and prints what stopped it. Returns the exit status.
int guarded_run(const Shim* shim, const std::vector<std::string>& arguments, Streams streams) {
  std::ostream& error = streams.error;
  try {
    Program program(streams);
    if (shim == nullptr) return run_subcommand(program, arguments);
    run_shim(program, *shim, arguments);
    return program.status;
  } catch (const UsageError& e) {
    error << "ringside: " << e.what() << '\n';
    return exit_usage;
  } catch (const crypto::ForeignData& e) {
    error << "ringside: " << e.what() << '\n';
    return exit_usage;
  } catch (const OutputError& e) {
    if (streams.out) error << "ringside: " << e.what() << '\n';  // run() tells that standard output failed
    return exit_output;
  } catch (const std::exception& e) {
    error << "ringside: fault: " << e.what() << '\n';
    return exit_fault;
  }
}

int run_and_flush(const Shim* shim, const std::vector<std::string>& arguments, Streams streams) {
  const int status = guarded_run(shim, arguments, streams);
  auto& [in, out, error] = streams;
  if (out.flush()) return status;
  if (!nobody_reads(out)) error << "ringside: standard output: " << why_it_failed(out) << '\n';
  return exit_output;
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error) {
  return run_and_flush(nullptr, arguments, {in, out, error});
}

int run(int argc, char** argv) {
  forbid_core_files();
  StandardStreams streams;
  int status = exit_fault;
  try {
    const TerminalGuard out(std::cout, STDOUT_FILENO);
    const TerminalGuard error(std::cerr, STDERR_FILENO);
    const Shim* const shim = argc > 0 ? shim_started_as(argv[0]) : nullptr;
    status = run_and_flush(shim, {argv + std::min(argc, 1), argv + argc}, {std::cin, std::cout, std::cerr});
  } catch (const std::exception& e) {
    std::cerr << "ringside: fault: " << e.what() << '\n';
  }
  return streams.finish(status);
}

void run_line(const std::string& line, const std::vector<Command>& commands, Program& program) {
  const int status = program.status;
  CLI::App app("", "");
  declare(app, commands);
  try {
    app.parse(line, false);
  } catch (const CLI::ParseError& e) {
    answer(e, app, {":", commands}, program);
  } catch (const UsageError& e) {
    program.error() << "ringside: " << e.what() << '\n';
  } catch (const crypto::ForeignData& e) {
    program.error() << "ringside: " << e.what() << '\n';
  } catch (const OutputError& e) {
    if (!program.out()) throw;
    program.error() << "ringside: " << e.what() << '\n';
  }
  program.status = status;
}

}  // namespace ringside::app
