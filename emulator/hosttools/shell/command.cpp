// emulator/hosttools/shell/command.cpp - finds commands; errors and options of commands.
#include "emulator/hosttools/shell/command.hpp"

#include <fmt/format.h>

#include "emulator/hosttools/agent/agent.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/network/listen.hpp"

namespace ringside::shell {
namespace {

// On z/OS, IBM Semeru Runtime has one keytool for each provider of key rings: zseckeytool for JCERACFKS, hwkeytool for
// keys in ICSF.
int ring_keytool(const Call& call, const std::optional<std::string>& ring_type) {
  if (call.process.system.kind != "zos") return call.shell_error("command not found", status_not_found);
  return keytool::run(call.arguments, call.process, ring_type);
}

const Commands& tools() {
  static const Commands table = {
      {"ShutDownLwa", [](const Call& call) { return agent::shut_down(call.process, call.folder); }},
      {"StartUpLwa", [](const Call& call) { return agent::start_up(call.process, call.folder); }},
      {"hwkeytool", [](const Call& call) { return ring_keytool(call, std::nullopt); }},
      {"keytool", [](const Call& call) { return keytool::run(call.arguments, call.process); }},
      {"openssl", [](const Call& call) { return openssl::run(call.arguments, call.process, call.state.personality); }},
      {"ringside-listen", [](const Call& call) { return network::listen(call.arguments, call.process); }},
      {"zseckeytool", [](const Call& call) { return ring_keytool(call, "JCERACFKS"); }},
  };
  return table;
}

}  // namespace

int Call::fail(std::string_view text, int status) const {
  process.streams.error(fmt::format("{}: {}\n", name, text));
  return status;
}

int Call::shell_error(std::string_view text, int status) const {
  process.streams.error(fmt::format("sh: line {}: {}: {}\n", state.line, name, text));
  return status;
}

const Handler* find_command(const std::string& name) {
  for (const Commands* table : {&shell_commands(), &text_commands(), &file_commands(), &tree_commands(), &tools()})
    if (const auto found = table->find(name); found != table->end()) return &found->second;
  return nullptr;
}

Options read_options(const Arguments& arguments, std::string_view allowed) {
  Options options;
  std::size_t at = 0;
  for (; at < arguments.size(); ++at) {
    const std::string& argument = arguments[at];
    if (argument.size() < 2 || argument.front() != '-') break;
    if (argument == "--") {
      ++at;
      break;
    }
    for (const char letter : argument.substr(1)) {
      if (allowed.find(letter) == std::string_view::npos && !options.unknown)
        options.unknown = argument.starts_with("--") ? argument : std::string(1, letter);
      options.letters += letter;
    }
  }
  options.operands.assign(arguments.begin() + static_cast<std::ptrdiff_t>(at), arguments.end());
  return options;
}

}  // namespace ringside::shell
