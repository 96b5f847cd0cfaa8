// app/commands/sh_command.cpp - ringside sh: procedures of openssl, keytool and file commands.
#include <memory>

#include "app/command.hpp"
#include "app/commands/data_set_folder.hpp"
#include "app/commands/personality.hpp"
#include "app/commands/tool_host.hpp"
#include "app/program.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "harness/workflow/shell_step.hpp"

namespace ringside::app {
namespace {

struct ScriptArguments {
  std::string personality = default_personality;
  std::string script;
  std::string directory;
  std::optional<std::string> root;
  std::string files;
};

void run_procedure(Program& program, const ScriptArguments& arguments) {
  const openssl::Personality personality = personality_of(arguments.personality);
  const std::string script = read_input_file(program, arguments.script);
  const bool in_lab = !program.options.lab.empty() || !program.options.system.empty();
  if (!in_lab && !arguments.files.empty()) throw UsageError("--files: the script has no lab; --lab names one");
  const DataSetFolder files(program, arguments.files);
  const auto root = in_lab || arguments.root ? arguments.root : std::optional<std::string>(".");
  run_tool(program, "sh", "sh " + arguments.script, root, [&](host::Process& process) {
    process.directory = host::resolve(process.directory, arguments.directory);
    return shell::run_script(
        script, process, personality,
        in_lab ? harness::tso_runner([&program] { return program.session(); }) : shell::TsoRunner());
  });
}

}  // namespace

Command sh_command(Program& program) {
  auto arguments = std::make_shared<ScriptArguments>();
  return {
      .name = "sh",
      .about = "run a procedure of openssl, keytool, cp, mv, cat, echo ... lines",
      .notes =
          "Without --lab and --system the script sees only the files below --root, which is '/' for it.\n"
          "Exit status: that of the script. Nothing runs if a command is not known (127, or 126 for a file that is not "
          "run) or the syntax is wrong (2).",
      .examples = {"ringside sh --root ./ssl make-certificates.sh"},
      .options =
          {{"SCRIPT", &arguments->script, "real file; '-' is standard input", {.required = true}},
           {"--root", &arguments->root, "folder that the script may use (the current folder)", {.type = "FOLDER"}},
           {"--directory", &arguments->directory, "where the script starts ('/')", {.type = "PATH"}},
           files_option(arguments->files),
           personality_option(arguments->personality)},
      .run = [&program, arguments] { run_procedure(program, *arguments); }};
}

}  // namespace ringside::app
