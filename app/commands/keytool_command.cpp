// app/commands/keytool_command.cpp - ringside keytool: one keytool command line, on real files here or on a lab's host.
#include <CLI/CLI.hpp>

#include "app/commands/tool_host.hpp"
#include "app/program.hpp"
#include "emulator/hosttools/keytool/run.hpp"

namespace ringside::app {

void add_keytool_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("keytool", "one keytool command line, on real files here or on a lab's host");
  command->footer(
      "Exit status: as keytool's, 0 or 1.\n"
      "Example: ringside keytool -list -keystore trust.jks -storepass changeit");
  command->prefix_command();
  command->set_help_flag();  // keytool has its own
  command->callback([&program, command] {
    const std::vector<std::string> arguments = command->remaining();
    run_tool(program, arguments.empty() ? "keytool" : "keytool " + arguments.front(), std::nullopt,
             [&](host::Process& process) { return keytool::run(arguments, process); });
  });
}

}  // namespace ringside::app
