// app/commands/shell_command.cpp - ringside shell: the READY prompt.
#include <memory>

#include "app/command.hpp"
#include "app/prompt/ready_prompt.hpp"

namespace ringside::app {

Command shell_command(Program& program) {
  auto history = std::make_shared<std::string>();
  return {.name = "shell",
          .about = "the READY prompt: TSO commands with history, completion and help",
          .notes =
              "HELP shows what the prompt can do. Lines that hold a password are not kept.\n"
              "Exit status: the highest return code.",
          .examples = {"ringside --lab my.lab --system SYS1 shell"},
          .options = {{"--history",
                       history.get(),
                       "file that keeps the lines, or 'none' (a file in the user's state folder)",
                       {.type = "FILE"}}},
          .run = [&program, history] { run_ready_prompt(program, *history); },
          .makes_lab = true};
}

}  // namespace ringside::app
