// app/commands/openssl_command.cpp - ringside openssl: one openssl command line, on real files or on a host of a lab.
#include <memory>

#include "app/command.hpp"
#include "app/commands/personality.hpp"
#include "app/commands/tool_host.hpp"
#include "app/program.hpp"
#include "emulator/hosttools/openssl/run.hpp"

namespace ringside::app {
namespace {

struct OpensslArguments {
  std::string personality = default_personality;
  std::vector<std::string> words;
};

void run_openssl(Program& program, const OpensslArguments& arguments) {
  const openssl::Personality personality = personality_of(arguments.personality);
  run_tool(program, "openssl", tool_name("openssl", arguments.words), std::nullopt,
           [&](host::Process& process) { return openssl::run(arguments.words, process, personality); });
}

}  // namespace

Command openssl_command(Program& program) {
  auto arguments = std::make_shared<OpensslArguments>();
  return {.name = "openssl",
          .about = "run one openssl command line, on real files or on a host of the lab",
          .notes = "Exit status: that of openssl.",
          .examples = {"ringside openssl --personality 1.1 genrsa -des3 -passout pass:maestro00 -out agent.key 2048"},
          .options = {personality_option(arguments->personality)},
          .run = [&program, arguments] { run_openssl(program, *arguments); },
          .rest = &arguments->words};
}

}  // namespace ringside::app
