// emulator/hosttools/shell/text_commands.cpp - cat, echo, printf, cmp.
#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"

namespace ringside::shell {
namespace {

int concatenate(const Call& call) {
  Options options = read_options(call.arguments, "u");
  if (options.unknown) return call.invalid_option(*options.unknown);
  if (options.operands.empty()) options.operands.push_back("-");
  int status = 0;
  for (const std::string& name : options.operands) {
    if (name == "-") {
      call.out(base::to_text(call.process.streams.read_rest()));
      continue;
    }
    const auto content = call.process.files.read(call.path(name));
    if (content)
      call.out(base::to_text(*content));
    else
      status = call.fail(name + ": " + file_error_text(content.error()));
  }
  return status;
}

// The escapes of echo -e and printf in bash. `cut` becomes true at \c, which ends the output.
std::string unescaped(std::string_view text, bool& cut) {
  static constexpr std::string_view letters = "abfnrtv\\0";
  static constexpr std::string_view values("\a\b\f\n\r\t\v\\\0", 9);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == 'c') {
      cut = true;
      return result;
    }
    const std::size_t at = next == '\0' ? std::string_view::npos : letters.find(next);
    result += at == std::string_view::npos ? text[i] : values[at];
    if (at != std::string_view::npos) ++i;
  }
  return result;
}

int echo(const Call& call) {
  bool line_end = true, escapes = false;
  std::size_t at = 0;
  for (; at < call.arguments.size(); ++at) {
    const std::string& argument = call.arguments[at];
    const bool is_option =
        argument.size() > 1 && argument.front() == '-' && argument.find_first_not_of("neE", 1) == std::string::npos;
    if (!is_option) break;
    for (const char letter : argument.substr(1)) {
      if (letter == 'n') line_end = false;
      if (letter == 'e') escapes = true;
      if (letter == 'E') escapes = false;
    }
  }
  const Arguments rest(call.arguments.begin() + static_cast<std::ptrdiff_t>(at), call.arguments.end());
  std::string text = base::join(rest, " ");
  bool cut = false;
  if (escapes) text = unescaped(text, cut);
  call.out(text + (line_end && !cut ? "\n" : ""));
  return 0;
}

/// Applies the format once to the arguments from `at` on. `wrong` gets an unknown conversion.
std::string format_once(const std::string& format, const Arguments& arguments, std::size_t& at, std::string& wrong) {
  std::string result;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      result += format[i];
      continue;
    }
    const char conversion = i + 1 < format.size() ? format[++i] : '\0';
    const std::string argument = at < arguments.size() && conversion != '%' ? arguments[at] : "";
    if (conversion == '%')
      result += '%';
    else if (conversion == 's')
      result += argument;
    else if (conversion == 'd')
      result += argument.empty() ? "0" : argument;
    else
      wrong = std::string("%") + conversion;
    if (conversion == 's' || conversion == 'd') ++at;
  }
  return result;
}

// A format with conversions is used again until no arguments are left (POSIX, printf).
int print_formatted(const Call& call) {
  if (call.arguments.empty()) return call.shell_error("usage: printf format [arguments]", 2);
  bool cut = false;
  const std::string format = unescaped(call.arguments.front(), cut);
  std::size_t at = 1;
  std::string text, wrong;
  while (true) {
    const std::size_t before = at;
    text += format_once(format, call.arguments, at, wrong);
    if (!wrong.empty()) return call.not_emulated(base::printable(wrong) + ": this conversion is not emulated");
    if (text.size() > base::limits::shell_expansion_bytes) return call.shell_error("the text grows too long");
    if (at == before || at >= call.arguments.size()) break;
  }
  call.out(text);
  return 0;
}

int compare(const Call& call) {
  const Options options = read_options(call.arguments, "s");
  if (options.unknown) return call.invalid_option(*options.unknown, 2);
  if (options.operands.size() != 2) return call.fail("two files must be named", 2);
  base::Bytes contents[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const auto read = call.process.files.read(call.path(options.operands[i]));
    if (!read) return call.fail(options.operands[i] + ": " + file_error_text(read.error()), 2);
    contents[i] = *read;
  }
  if (contents[0] == contents[1]) return 0;
  if (options.has('s')) return 1;
  const auto [first, second] =
      std::mismatch(contents[0].begin(), contents[0].end(), contents[1].begin(), contents[1].end());
  const std::string& shorter = contents[0].size() < contents[1].size() ? options.operands[0] : options.operands[1];
  if (first == contents[0].end() || second == contents[1].end()) {
    return call.fail(fmt::format("EOF on {} after byte {}", shorter, first - contents[0].begin()));
  }
  call.out(fmt::format("{} {} differ: byte {}, line {}\n", options.operands[0], options.operands[1],
                       first - contents[0].begin() + 1, std::count(contents[0].begin(), first, '\n') + 1));
  return 1;
}

}  // namespace

const Commands& text_commands() {
  static const Commands table = {{"cat", concatenate}, {"cmp", compare}, {"echo", echo}, {"printf", print_formatted}};
  return table;
}

}  // namespace ringside::shell
