// app/commands/keytool_command.cpp - ringside keytool: one keytool command line, on real files or on a host of a lab.
#include <memory>

#include "app/command.hpp"
#include "app/commands/tool_host.hpp"
#include "app/program.hpp"
#include "emulator/hosttools/keytool/run.hpp"

namespace ringside::app {

Command keytool_command(Program& program) {
  auto words = std::make_shared<std::vector<std::string>>();
  return {.name = "keytool",
          .about = "run one keytool command line, on real files or on a host of the lab",
          .notes = "Exit status: 0 or 1, as that of keytool.",
          .examples = {"ringside keytool -list -keystore trust.jks -storepass changeit"},
          .run =
              [&program, words] {
                run_tool(program, "keytool", tool_name("keytool", *words), std::nullopt,
                         [&](host::Process& process) { return keytool::run(*words, process); });
              },
          .rest = words.get(),
          .has_help = false};
}

}  // namespace ringside::app
