// parser/scripts/properties.cpp - reads Java properties.
#include "parser/scripts/properties.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ringside::parser {
namespace {

constexpr std::string_view blanks = " \t\f";

bool goes_on(std::string_view line) {
  const std::size_t last = line.find_last_not_of('\\');
  const std::size_t count = line.size() - (last == std::string_view::npos ? 0 : last + 1);
  return count % 2 == 1;
}

std::string_view without_indent(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  return line;
}

/// The text without its escapes; nullopt if a \u has no four hexadecimal digits.
std::optional<std::string> unescaped(std::string_view text) {
  constexpr std::size_t digits = 4;
  constexpr int hexadecimal = 16;
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      result += text[at];
      continue;
    }
    const char c = text[++at];
    if (c == 'u') {
      const std::string_view code_text = text.substr(at + 1, digits);
      unsigned code = 0;
      const auto read = std::from_chars(code_text.data(), code_text.data() + code_text.size(), code, hexadecimal);
      if (code_text.size() < digits || read.ptr != code_text.data() + digits) return std::nullopt;
      result += base::encoded(static_cast<char32_t>(code));
      at += digits;
    } else {
      constexpr std::string_view letters = "ntrf", controls = "\n\t\r\f";
      const std::size_t letter = letters.find(c);
      result += letter == std::string_view::npos ? c : controls[letter];
    }
  }
  return result;
}

/// The place of the sign or blank that ends the name.
std::size_t end_of_name(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\')
      ++at;
    else if (line[at] == '=' || line[at] == ':' || blanks.find(line[at]) != std::string_view::npos)
      return at;
  }
  return line.size();
}

std::string_view value_after(std::string_view line, std::size_t end) {
  std::string_view rest = without_indent(line.substr(end));
  if (!rest.empty() && (rest.front() == '=' || rest.front() == ':')) rest.remove_prefix(1);
  return without_indent(rest);
}

}  // namespace

tl::expected<std::map<std::string, std::string>, Diagnostic> read_properties(std::string_view text) {
  std::map<std::string, std::string> properties;
  const auto lines = base::lines(text);
  for (std::size_t number = 0; number < lines.size(); ++number) {
    std::string line(without_indent(lines[number]));
    const int first = static_cast<int>(number) + 1;
    if (line.empty() || line.front() == '#' || line.front() == '!') continue;
    while (goes_on(line) && number + 1 < lines.size()) {
      line.pop_back();
      line += without_indent(lines[++number]);
    }
    const std::size_t end = end_of_name(line);
    auto name = unescaped(std::string_view(line).substr(0, end));
    auto value = unescaped(value_after(line, end));
    if (!name || !value) return tl::unexpected(Diagnostic{"\\u needs four hexadecimal digits", {first, 0}, {}});
    if (name->empty()) return tl::unexpected(Diagnostic{"a name is missing before the sign", {first, 0}, {}});
    properties[*std::move(name)] = *std::move(value);
  }
  return properties;
}

}  // namespace ringside::parser
