// emulator/rexx/interpreter/interpreter.cpp - Regina's exits, each of which asks Ringside.
#include "emulator/rexx/interpreter/interpreter.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#define INCL_REXXSAA
#include <rexxsaa.h>

#include "emulator/rexx/channel.hpp"
#include "emulator/rexx/interpreter/variables.hpp"

namespace ringside::rexx {
namespace {

constexpr int channel = 3;
constexpr std::size_t most_octets = std::size_t{64} << 20;  // of one message
constexpr const char* exit_name = "RINGSIDE";

/// Functions that Regina has and TSO/E REXX has not.
constexpr std::array foreign_functions = {
    "CHARIN",  "CHAROUT", "CHARS",  "LINEIN",  "LINEOUT",   "LINES",       "STREAM",      "POPEN",        "GETENV",
    "PUTENV",  "UNAME",   "GETPID", "GETTID",  "CD",        "CHDIR",       "DIRECTORY",   "RXFUNCADD",    "RXFUNCDROP",
    "OPEN",    "CLOSE",   "EOF",    "STATE",   "QUALIFY",   "SLEEP",       "RXFUNCQUERY", "RXFUNCERRMSG", "RXQUEUE",
    "BEEP",    "CRYPT",   "FORK",   "POOLID",  "UNIXERROR", "UPPER",       "LOWER",       "CHANGESTR",    "COUNTSTR",
    "MAKEBUF", "DROPBUF", "DESBUF", "BUFTYPE", "TRACEBACK", "GETCALLSTACK"};

[[noreturn]] void leave() {
  std::_Exit(1);  // Ringside is gone
}

void tell(const Message& message) {
  if (!write_message(channel, message)) leave();
}

Message hear() {
  auto message = read_message(channel, most_octets);
  if (!message) leave();
  return std::move(*message);
}

std::string text_of(const RXSTRING& string) {
  return string.strptr == nullptr ? std::string{} : std::string(string.strptr, string.strlength);
}

/// Puts the text into storage that Regina frees.
void give(RXSTRING& to, const std::string& text) {
  if (to.strptr == nullptr || to.strlength < text.size() + 1)
    to.strptr = static_cast<char*>(RexxAllocateMemory(text.size() + 1));
  if (to.strptr == nullptr) std::abort();
  std::memcpy(to.strptr, text.data(), text.size());
  to.strlength = text.size();
}

/// Sends a request, serves what Ringside wants of the exec meanwhile, and returns the answer.
Message ask(const Message& request) {
  tell(request);
  for (;;) {
    Message message = hear();
    switch (message.kind) {
      case MessageKind::fetch:
        tell({MessageKind::values, fetch_variables(message.texts)});
        break;
      case MessageKind::set:
        set_variables(message.texts);
        break;
      case MessageKind::take_stack:
        tell({MessageKind::stack, take_stack()});
        break;
      case MessageKind::push:
        add_to_stack(message.texts, RXQUEUE_LIFO);
        break;
      case MessageKind::queue:
        add_to_stack(message.texts, RXQUEUE_FIFO);
        break;
      default:
        return message;
    }
  }
}

LONG ask_command(RXCMDHST_PARM& call) {
  const std::string environment(reinterpret_cast<const char*>(call.rxcmd_address), call.rxcmd_addressl);
  const Message answer = ask({MessageKind::command, {environment, text_of(call.rxcmd_command)}});
  call.rxcmd_flags.rxfcerr = answer.kind == MessageKind::error ? 1 : 0;
  call.rxcmd_flags.rxfcfail = answer.kind == MessageKind::failure ? 1 : 0;
  give(call.rxcmd_retc, answer.texts.empty() ? "0" : answer.texts.front());
  return RXEXIT_HANDLED;
}

LONG ask_function(RXFNCCAL_PARM& call) {
  Message request{MessageKind::function,
                  {std::string(reinterpret_cast<const char*>(call.rxfnc_name), call.rxfnc_namel),
                   call.rxfnc_flags.rxffsub != 0 ? "S" : "F"}};
  for (USHORT n = 0; n < call.rxfnc_argc; ++n)
    request.texts.push_back(call.rxfnc_argv[n].strptr == nullptr ? "" : "=" + text_of(call.rxfnc_argv[n]));
  const Message answer = ask(request);
  call.rxfnc_flags.rxfferr = answer.kind == MessageKind::bad_call ? 1 : 0;
  call.rxfnc_flags.rxffnfnd = answer.kind == MessageKind::none ? 1 : 0;
  if (answer.kind == MessageKind::answer) {
    if (answer.texts.empty()) {
      call.rxfnc_retc.strptr = nullptr;
      call.rxfnc_retc.strlength = 0;
    } else {
      give(call.rxfnc_retc, answer.texts.front());
    }
  }
  return RXEXIT_HANDLED;
}

LONG do_input_output(LONG subcode, PEXIT parameters) {
  switch (subcode) {
    case RXSIOSAY:
      tell({MessageKind::say, {text_of(reinterpret_cast<RXSIOSAY_PARM*>(parameters)->rxsio_string)}});
      return RXEXIT_HANDLED;
    case RXSIOTRC:
      tell({MessageKind::trace, {text_of(reinterpret_cast<RXSIOTRC_PARM*>(parameters)->rxsio_string)}});
      return RXEXIT_HANDLED;
    case RXSIOTRD: {
      const Message answer = ask({MessageKind::pull, {}});
      give(reinterpret_cast<RXSIOTRD_PARM*>(parameters)->rxsiotrd_retc,
           answer.texts.empty() ? "" : answer.texts.front());
      return RXEXIT_HANDLED;
    }
    case RXSIODTR:  // interactive trace goes on as after an empty line
      give(reinterpret_cast<RXSIODTR_PARM*>(parameters)->rxsiodtr_retc, "");
      return RXEXIT_HANDLED;
    default:
      return RXEXIT_NOT_HANDLED;
  }
}

LONG APIENTRY on_exit(LONG function, LONG subcode, PEXIT parameters) {
  switch (function) {
    case RXCMD:
      return ask_command(*reinterpret_cast<RXCMDHST_PARM*>(parameters));
    case RXFNC:
      return ask_function(*reinterpret_cast<RXFNCCAL_PARM*>(parameters));
    case RXSIO:
      return do_input_output(subcode, parameters);
    default:
      return RXEXIT_NOT_HANDLED;
  }
}

bool is_symbol_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::strchr("_@#$!?.", c) != nullptr;
}

/// Whether the source seems to call the function: its name with a parenthesis behind it, or after CALL.
bool calls(const std::string& upper_source, std::string_view name) {
  for (std::size_t at = upper_source.find(name); at != std::string::npos; at = upper_source.find(name, at + 1)) {
    if (at > 0 && is_symbol_character(upper_source[at - 1])) continue;
    const std::size_t end = at + name.size();
    if (end < upper_source.size() && upper_source[end] == '(') return true;
    constexpr std::string_view call = "CALL ";
    if (at >= call.size() && upper_source.compare(at - call.size(), call.size(), call) == 0) return true;
  }
  return false;
}

/// The source with labels behind it for the foreign functions that it calls. Labels of an exec are found before
/// built-in functions; these ask Ringside for a function that is not there. They stand behind an EXIT and an empty
/// line, so that no line of the exec runs into them or continues there.
std::string with_added_lines(const std::string& source) {
  std::string upper = source;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  std::string labels;
  for (const char* name : foreign_functions)
    if (calls(upper, name)) labels += std::string(name) + ": ";
  if (labels.empty()) return source;
  return source + "\n\nexit;" + labels + "return RINGSIDE_NO_FUNCTION()\n";
}

ssize_t tell_printed(void* /*cookie*/, const char* text, size_t size) {
  for (std::string_view rest(text, size); !rest.empty();) {
    const std::size_t end = rest.find('\n');
    tell({MessageKind::trace, {std::string(rest.substr(0, end))}});
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return static_cast<ssize_t>(size);
}

/// Regina prints the errors that it finds before the exec starts; its exits do not see them.
void tell_what_is_printed() {
  FILE* const printed = ::fopencookie(nullptr, "w", cookie_io_functions_t{nullptr, tell_printed, nullptr, nullptr});
  if (printed == nullptr) std::abort();
  ::setvbuf(printed, nullptr, _IOLBF, BUFSIZ);
  stdout = stderr = printed;
}

template <typename Number>
Number number(const std::string& text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The outcome of RexxStart.
struct Outcome {
  LONG status = 0;  // 0, or the number of the REXX error, negative
  SHORT code = 0;
  std::optional<std::string> result;
};

Outcome start_rexx(const Start& start, const std::string& source, LONG call_type) {
  std::vector<RXSTRING> arguments;
  for (const std::string& text : start.arguments)
    arguments.push_back(text.empty() ? RXSTRING{0, nullptr}
                                     : RXSTRING{text.size() - 1, const_cast<char*>(text.data() + 1)});
  std::string code = source;
  std::array<RXSTRING, 2> instore{RXSTRING{code.size(), code.data()}, RXSTRING{0, nullptr}};
  std::string name = exit_name;
  std::array<RXSYSEXIT, 4> exits{RXSYSEXIT{name.data(), RXCMD}, RXSYSEXIT{name.data(), RXFNC},
                                 RXSYSEXIT{name.data(), RXSIO}, RXSYSEXIT{nullptr, RXENDLST}};
  Outcome outcome;
  RXSTRING result{0, nullptr};
  outcome.status = static_cast<LONG>(RexxStart(static_cast<LONG>(arguments.size()), arguments.data(),
                                               start.name.c_str(), instore.data(), start.environment.c_str(), call_type,
                                               exits.data(), &outcome.code, &result));
  if (result.strptr != nullptr) outcome.result = text_of(result);
  return outcome;
}

LONG call_type_of(const std::string& word) {
  return word == "function" ? RXFUNCTION : word == "subroutine" ? RXSUBROUTINE : RXCOMMAND;
}

}  // namespace

std::optional<Start> receive_start() {
  const auto message = read_message(channel, most_octets);
  constexpr std::size_t fixed = 9;
  if (!message || message->kind != MessageKind::start || message->texts.size() < fixed) return std::nullopt;
  const auto& texts = message->texts;
  Start start{.name = texts[0],
              .source = texts[1],
              .environment = texts[3],
              .call_type = texts[4],
              .machine = {texts[2], number<time_t>(texts[5])},
              .bounds = {number<unsigned long>(texts[6]), number<std::size_t>(texts[7])},
              .stack = {},
              .arguments = {}};
  const auto lines = number<std::size_t>(texts[8]);
  if (texts.size() - fixed < lines) return std::nullopt;
  const auto first = texts.begin() + fixed;
  start.stack.assign(first, first + static_cast<std::ptrdiff_t>(lines));
  start.arguments.assign(first + static_cast<std::ptrdiff_t>(lines), texts.end());
  return start;
}

void load_interpreter() {
  RexxRegisterExitExe(exit_name, on_exit, nullptr);
  const Start nothing{.name = "LOAD",
                      .source = {},
                      .environment = "TSO",
                      .call_type = "command",
                      .machine = {},
                      .bounds = {},
                      .stack = {},
                      .arguments = {}};
  start_rexx(nothing, "x = date() time(); exit 0\n", RXCOMMAND);
}

int run_exec(const Start& start) {
  tell_what_is_printed();
  add_to_stack(start.stack, RXQUEUE_FIFO);
  const Outcome outcome = start_rexx(start, with_added_lines(start.source), call_type_of(start.call_type));
  std::fflush(stderr);
  Message end{MessageKind::end, {std::to_string(outcome.status), outcome.result ? "=" + *outcome.result : ""}};
  for (std::string& line : take_stack()) end.texts.push_back(std::move(line));
  tell(end);
  return 0;
}

}  // namespace ringside::rexx
