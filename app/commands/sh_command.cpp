// app/commands/sh_command.cpp - ringside sh and ringside openssl: procedures, and single command lines.
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/tool_host.hpp"
#include "app/program.hpp"
#include "base/text.hpp"
#include "emulator/hosttools/openssl/run.hpp"
#include "emulator/hosttools/shell/run.hpp"

namespace ringside::app {
namespace {

struct ToolOptions {
  std::string personality = "3.0";
  std::string script;
  std::string directory;
  std::optional<std::string> root;
};

openssl::Personality personality_of(const std::string& text) {
  if (text == "1.0") return openssl::Personality::v1_0;
  if (text == "1.1") return openssl::Personality::v1_1;
  if (text == "3.0") return openssl::Personality::v3_0;
  throw UsageError("--personality " + text + ": must be 1.0, 1.1 or 3.0");
}

void add_personality(CLI::App& command, ToolOptions& options) {
  command.add_option("--personality", options.personality, "release of OpenSSL to play: 1.0, 1.1 or 3.0 (default)")
      ->type_name("RELEASE");
}

void run_procedure(Program& program, const ToolOptions& options) {
  const openssl::Personality personality = personality_of(options.personality);
  const std::string script = read_input_file(program, options.script);
  const bool in_lab = !program.options.lab.empty() || !program.options.system.empty();
  const auto root = in_lab || options.root ? options.root : std::optional<std::string>(".");
  run_tool(program, "sh " + options.script, root, [&](host::Process& process) {
    process.directory = host::resolve(process.directory, options.directory);
    return shell::run_script(script, process, personality);
  });
}

}  // namespace

void add_sh_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("sh", "run a procedure of openssl, keytool, cp, mv, cat, echo ... lines");
  command->footer(
      "Without --lab and --system the script sees the files below --root and no others, as if that were '/'.\n"
      "Exit status: the script's; 127 for a command that is not there, 2 for a script that cannot be read.\n"
      "Example: ringside sh --root ./ssl make-certificates.sh");
  auto options = std::make_shared<ToolOptions>();
  command->add_option("SCRIPT", options->script, "real file; '-' is standard input")->required();
  command->add_option("--root", options->root, "the folder that the script may use (the current one)")
      ->type_name("FOLDER");
  command->add_option("--directory", options->directory, "where the script starts ('/')")->type_name("PATH");
  add_personality(*command, *options);
  command->callback([&program, options] { run_procedure(program, *options); });
}

void add_openssl_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("openssl", "one openssl command line, on real files here or on a lab's host");
  command->footer(
      "Exit status: as openssl's.\n"
      "Example: ringside openssl --personality 1.1 genrsa -des3 -passout pass:maestro00 -out agent.key 2048");
  command->prefix_command();
  auto options = std::make_shared<ToolOptions>();
  add_personality(*command, *options);
  command->callback([&program, options, command] {
    const std::vector<std::string> arguments = command->remaining();
    const openssl::Personality personality = personality_of(options->personality);
    run_tool(program, arguments.empty() ? "openssl" : "openssl " + arguments.front(), std::nullopt,
             [&](host::Process& process) { return openssl::run(arguments, process, personality); });
  });
}

}  // namespace ringside::app
