// emulator/tso/exec/functions.cpp - the table of the external functions, and those that switch something.
#include "emulator/tso/exec/functions.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/tso/exec/data_set_values.hpp"
#include "emulator/tso/exec/julian_date.hpp"
#include "emulator/tso/exec/system_values.hpp"

namespace ringside::tso {
namespace {

using rexx::Arguments;
using rexx::FunctionAnswer;

FunctionAnswer returned(std::string result) {
  return {FunctionAnswer::Kind::returned, std::move(result)};
}

FunctionAnswer bad_call() {
  return {FunctionAnswer::Kind::bad_call, {}};
}

std::string argument(const Arguments& arguments, std::size_t n) {
  return n < arguments.size() ? base::trim(arguments[n].value_or("")) : std::string{};
}

/// Returns the state of a switch, and sets it if there is an argument.
FunctionAnswer switch_of(bool& state, const Arguments& arguments) {
  const std::string before = state ? "ON" : "OFF";
  const std::string wanted = base::upper(argument(arguments, 0));
  if (arguments.size() > 1 || (!wanted.empty() && wanted != "ON" && wanted != "OFF")) return bad_call();
  if (!wanted.empty()) state = wanted == "ON";
  return returned(before);
}

FunctionAnswer call_outtrap(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& exec) {
  return host.trap().call(arguments, exec);
}

FunctionAnswer call_msg(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  return switch_of(host.around().settings.shows_messages, arguments);
}

FunctionAnswer call_prompt(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  return switch_of(host.around().settings.prompts, arguments);
}

FunctionAnswer call_trapmsg(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  return switch_of(host.around().settings.traps_messages, arguments);
}

FunctionAnswer call_sysvar(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  const auto value = session_variable(host.around().session, base::upper(argument(arguments, 0)));
  return value && arguments.size() == 1 ? returned(*value) : bad_call();
}

FunctionAnswer call_mvsvar(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  const auto value =
      system_variable(host.around().session, base::upper(argument(arguments, 0)), base::upper(argument(arguments, 1)));
  return value ? returned(*value) : bad_call();
}

FunctionAnswer call_sysdsn(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  return returned(data_set_state(host.around().session, argument(arguments, 0)));
}

FunctionAnswer call_listdsi(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& exec) {
  std::string operands;
  for (const auto& text : arguments) operands += text.value_or("") + " ";
  return returned(std::to_string(list_data_set_information(host.around().session, operands, exec)));
}

FunctionAnswer call_linesize(ExecHost& /*host*/, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  constexpr const char* of_batch = "131";  // TSO/E REXX Reference, LINESIZE
  return arguments.empty() ? returned(of_batch) : bad_call();
}

FunctionAnswer call_externals(ExecHost& /*host*/, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  return arguments.empty() ? returned("0") : bad_call();
}

FunctionAnswer call_julian_date(ExecHost& host, const Arguments& arguments, rexx::WaitingExec& /*exec*/) {
  const auto now = local_time(host.around().session);
  const auto date = julian_date(arguments, std::chrono::floor<std::chrono::days>(now));
  return date ? returned(*date) : bad_call();
}

struct Function {
  std::string_view name;
  FunctionAnswer (*call)(ExecHost&, const Arguments&, rexx::WaitingExec&);  ///< nullptr: not emulated
};

constexpr std::array functions = {
    Function{"OUTTRAP", call_outtrap},
    Function{"MSG", call_msg},
    Function{"PROMPT", call_prompt},
    Function{"TRAPMSG", call_trapmsg},
    Function{"SYSVAR", call_sysvar},
    Function{"MVSVAR", call_mvsvar},
    Function{"SYSDSN", call_sysdsn},
    Function{"LISTDSI", call_listdsi},
    Function{"LINESIZE", call_linesize},
    Function{"EXTERNALS", call_externals},
    Function{rexx::julian_date_function, call_julian_date},
    Function{"GETMSG", nullptr},
    Function{"SETLANG", nullptr},
    Function{"STORAGE", nullptr},
    Function{"SYSCPUS", nullptr},
};

}  // namespace

std::optional<FunctionAnswer> tso_function(ExecHost& host, const std::string& name, const Arguments& arguments,
                                           rexx::WaitingExec& exec) {
  const auto* found =
      std::find_if(functions.begin(), functions.end(), [&](const Function& function) { return function.name == name; });
  if (found == functions.end()) return std::nullopt;
  if (found->call != nullptr) return found->call(host, arguments, exec);
  host.remark(fmt::format("the function {} is not emulated", name));
  return FunctionAnswer{};
}

}  // namespace ringside::tso
