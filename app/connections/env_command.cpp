// app/connections/env_command.cpp - ringside env: the lines that make the programs of a shell read the rings of a lab.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/connections/connection_check.hpp"
#include "app/connections/installed_files.hpp"
#include "app/connections/java_options.hpp"
#include "app/connections/shell_lines.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

/// The settings that the options name. Throws UsageError if the lab, its system or the user does not exist.
connectors::Settings settings_of(Program& program) {
  const racf::Session session = program.session();
  connectors::Settings settings;
  settings.lab = std::filesystem::absolute(program.options.lab).lexically_normal().string();
  settings.system = session.system.name;
  settings.user = session.user;
  settings.lenient = program.options.lenient;
  return settings;
}

/// JDK_JAVA_OPTIONS with the provider. Throws UsageError if there is none, or it cannot be written.
Variable java_variable(const connectors::Settings& settings) {
  const auto jar = path_of(java_agent, program_folder());
  if (!jar)
    throw UsageError(
        fmt::format("env --java: {} is not beside the program; a build makes it where it finds javac", java_agent));
  const connectors::Variables present = connectors::environment();
  const bool is_found = is_found_by_path(running_program(), present("PATH").value_or(""));
  const auto value = java_options({*jar, settings, is_found ? "" : running_program().string()},
                                  present("JDK_JAVA_OPTIONS").value_or(""));
  if (!value) throw UsageError("env --java: " + value.error());
  return {"JDK_JAVA_OPTIONS", *value};
}

void print_variables(Program& program, bool for_java) {
  if (program.options.lab.empty()) throw UsageError("env: --lab must name the lab");
  const connectors::Settings settings = settings_of(program);
  const auto variables = for_java ? std::vector{java_variable(settings)}
                                  : variables_for(settings, program_folder(), connectors::environment());
  if (program.options.json) {
    auto rows = base::Json::array();
    for (const Variable& variable : variables) rows.push_back({{"variable", variable.name}, {"value", variable.value}});
    return program.print_json("env", rows, {{"missing", 0}});
  }
  for (const Variable& variable : variables) fmt::print(program.out(), "{}\n", shell_line(variable));
}

void check(Program& program) {
  const auto settings =
      program.options.lab.empty() ? connectors::settings_from(connectors::environment()) : settings_of(program);
  program.close_lab();
  const auto findings = connections_found(settings, program_folder());
  const auto missing = std::count_if(findings.begin(), findings.end(), [](const auto& each) { return !each.found; });
  program.status = missing == 0 ? 0 : exit_failed;
  if (program.options.json) {
    auto rows = base::Json::array();
    for (const Finding& each : findings)
      rows.push_back({{"what", each.what}, {"found", each.found}, {"text", each.text}});
    return program.print_json("env", rows, {{"missing", missing}});
  }
  for (const Finding& each : findings)
    fmt::print(program.out(), "{:<14} {}{}\n", each.what, each.found ? "" : "missing: ", base::printable(each.text));
}

}  // namespace

Command env_command(Program& program) {
  auto checks = std::make_shared<bool>(false);
  auto for_java = std::make_shared<bool>(false);
  return {.name = "env",
          .about = "the lines that make the programs of a shell read rings of the lab; --check: what they find",
          .notes =
              "--system and --user say on which system and as whom the programs read. --check without --lab looks at "
              "what the shell has set.\n"
              "Exit status: 0; with --check 1 if something is missing.",
          .examples = {"eval \"$(ringside --lab my.lab --user IZUSVR env)\"",
                       "ringside --lab my.lab --user IZUSVR env --check",
                       "eval \"$(ringside --lab my.lab --user IZUSVR env --java)\""},
          .options = {{"--check", checks.get(), "say which lab, rings and libraries are found, and what is missing"},
                      {"--java",
                       for_java.get(),
                       "the line that makes Java programs read the rings: JDK_JAVA_OPTIONS with the agent",
                       {},
                       "--check"}},
          .run = [&program, checks, for_java] { *checks ? check(program) : print_variables(program, *for_java); }};
}

}  // namespace ringside::app
