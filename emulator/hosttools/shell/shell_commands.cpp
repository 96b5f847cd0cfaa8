// emulator/hosttools/shell/shell_commands.cpp - commands of the shell itself: cd, export, set, exit and others.
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"
#include "emulator/hosttools/shell/expand.hpp"
#include "parser/shell/scanner.hpp"

namespace ringside::shell {
namespace {

int change_directory(const Call& call) {
  if (call.arguments.size() > 1) return call.shell_error("too many arguments");
  const auto home = value_of(call.state, call.process, "HOME");
  if (call.arguments.empty() && !home) return call.shell_error("HOME not set");
  const std::string target = call.arguments.empty() ? *home : call.arguments.front();
  if (target.starts_with('-')) return call.not_emulated(base::printable(target) + ": this option is not emulated");
  const std::string path = host::resolve(call.process.directory, target);  // as cd -L: by the names
  const auto there = call.process.files.status(path);
  if (!there) return call.shell_error(target + ": " + file_error_text(there.error()));
  if (!there->directory) return call.shell_error(target + ": Not a directory");
  call.process.directory = path;
  return 0;
}

int print_directory(const Call& call) {
  call.out(call.process.directory + "\n");
  return 0;
}

int list_environment(const Call& call) {
  for (const auto& [name, value] : call.process.variables) call.out(fmt::format("export {}=\"{}\"\n", name, value));
  return 0;
}

int export_variables(const Call& call) {
  if (call.arguments.empty() || call.arguments.front() == "-p") return list_environment(call);
  int status = 0;
  for (const std::string& argument : call.arguments) {
    const std::size_t sign = argument.find('=');
    const std::string name = argument.substr(0, sign);
    if (name.starts_with('-')) return call.not_emulated(base::printable(name) + ": this option is not emulated");
    if (!parser::is_shell_name(name)) {
      status = call.shell_error(fmt::format("`{}': not a valid identifier", base::printable(argument)));
      continue;
    }
    const auto known = value_of(call.state, call.process, name);
    if (sign != std::string::npos)
      call.process.variables[name] = argument.substr(sign + 1);
    else if (known)
      call.process.variables[name] = *known;
    call.state.variables.erase(name);
  }
  return status;
}

int unset_variables(const Call& call) {
  for (const std::string& name : call.arguments) {
    call.state.variables.erase(name);
    call.process.variables.erase(name);
  }
  return 0;
}

int set_options(const Call& call) {
  for (const std::string& argument : call.arguments) {
    if (argument.size() < 2 || (argument.front() != '-' && argument.front() != '+'))
      return call.not_emulated("positional parameters are not emulated", 2);
    const bool on = argument.front() == '-';
    for (const char letter : argument.substr(1)) {
      if (letter == 'e')
        call.state.exit_on_error = on;
      else if (letter == 'u')
        call.state.refuse_unset = on;
      else if (letter == 'x')
        call.state.trace = on;
      else
        return call.not_emulated(fmt::format("{}{}: invalid option", argument.front(), letter), 2);
    }
  }
  return 0;
}

int leave(const Call& call) {
  constexpr long highest_status = 255;
  call.state.ended = true;
  if (call.arguments.empty()) return call.state.status;
  const auto status = base::number(call.arguments.front(), highest_status);
  if (!status) return call.shell_error(base::printable(call.arguments.front()) + ": numeric argument required", 2);
  return static_cast<int>(*status);
}

int succeed(const Call& /*call*/) {
  return 0;
}
int refuse(const Call& /*call*/) {
  return 1;
}

}  // namespace

const Commands& shell_commands() {
  static const Commands table = {{":", succeed},
                                 {"cd", change_directory},
                                 {"exit", leave},
                                 {"export", export_variables},
                                 {"false", refuse},
                                 {"pwd", print_directory},
                                 {"set", set_options},
                                 {"true", succeed},
                                 {"unset", unset_variables}};
  return table;
}

}  // namespace ringside::shell
