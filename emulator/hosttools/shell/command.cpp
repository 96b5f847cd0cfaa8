// emulator/hosttools/shell/command.cpp - finds commands; errors and options of commands.
#include "emulator/hosttools/shell/command.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/agent/agent.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/network/listen.hpp"

namespace ringside::shell {
namespace {

// On z/OS, IBM Semeru Runtime has one keytool for each provider of key rings: zseckeytool for JCERACFKS, hwkeytool for
// keys in ICSF.
const Commands& ring_keytools() {
  static const Commands table = {
      {"hwkeytool", [](const Call& call) { return keytool::run(call.arguments, call.process, std::nullopt); }},
      {"zseckeytool", [](const Call& call) { return keytool::run(call.arguments, call.process, "JCERACFKS"); }}};
  return table;
}

const Commands& tools() {
  static const Commands table = {
      {"ShutDownLwa", [](const Call& call) { return agent::shut_down(call.process, call.folder); }},
      {"StartUpLwa", [](const Call& call) { return agent::start_up(call.process, call.folder); }},
      {"keytool", [](const Call& call) { return keytool::run(call.arguments, call.process); }},
      {"openssl", [](const Call& call) { return openssl::run(call.arguments, call.process, call.state.personality); }},
      {"ringside-listen", [](const Call& call) { return network::listen(call.arguments, call.process); }},
  };
  return table;
}

}  // namespace

std::string below(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

int Call::fail(std::string_view text, int status) const {
  process.streams.error(fmt::format("{}: {}\n", name, text));
  return status;
}

int Call::invalid_option(std::string_view option, int status) const {
  process.not_emulated = true;
  return fail(fmt::format("invalid option -- '{}'", base::printable(option)), status);
}

int Call::not_emulated(std::string_view text, int status) const {
  process.not_emulated = true;
  return shell_error(text, status);
}

int Call::shell_error(std::string_view text, int status) const {
  process.streams.error(fmt::format("sh: line {}: {}: {}\n", state.line, name, text));
  return status;
}

const Handler* find_command(const std::string& name, const database::SystemRecord& system) {
  std::vector<const Commands*> tables = {&shell_commands(), &condition_commands(), &text_commands(), &file_commands(),
                                         &copy_commands(),  &tree_commands(),      &tools()};
  if (system.kind == "zos") tables.insert(tables.end(), {&ring_keytools(), &zos_commands()});
  for (const Commands* table : tables)
    if (const auto found = table->find(name); found != table->end()) return &found->second;
  return nullptr;
}

std::optional<NotRunnable> refuses_to_run(const std::string& path, const host::Process& process) {
  const auto there = process.files.status(process.path(path));
  if (!there)
    return NotRunnable{file_error_text(there.error()),
                       there.error() == host::FileError::missing ? status_not_found : status_not_runnable};
  if (there->directory) return NotRunnable{"Is a directory", status_not_runnable};
  if ((there->mode & 0111u) == 0) return NotRunnable{"Permission denied", status_not_runnable};
  return std::nullopt;
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
