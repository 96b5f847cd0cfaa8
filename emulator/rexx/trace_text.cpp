// emulator/rexx/trace_text.cpp - reads the lines of Regina.
#include "emulator/rexx/trace_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::rexx {
namespace {

struct ErrorRow {
  int number;
  std::string_view text;
};

constexpr std::array errors = {
#define RINGSIDE_ERROR(number, text) ErrorRow{number, text},
#include "emulator/rexx/error_table.inc"
#undef RINGSIDE_ERROR
};

constexpr std::size_t number_columns = 6;  // before the mark of a traced line
constexpr std::string_view error_word = "Error ";
constexpr std::string_view no_memory = "System resources exhausted";  // said without the rest of an error
constexpr std::string_view line_word = ", line ";
constexpr std::string_view on_line = " on line ";

std::string text_of(int error) {
  const auto* row =
      std::find_if(errors.begin(), errors.end(), [&](const ErrorRow& one) { return one.number == error; });
  return row == errors.end() ? std::string("Language processor error") : std::string(row->text);
}

/// The digits at the start of the text.
std::string digits(std::string_view text) {
  return std::string(text.substr(0, text.find_first_not_of("0123456789")));
}

int value_of(std::string_view number) {
  int value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

/// The number before the mark of a traced line; empty if there is none.
std::string number_of(const std::string& line) {
  const std::string number = base::trim(line.substr(0, number_columns));
  return digits(number) == number ? number : std::string{};
}

/// Whether the source, in upper case, seems to switch tracing on: the word TRACE and a setting other than N and O, not
/// in a comment.
bool traces(const std::string& source) {
  constexpr std::string_view word = "TRACE";
  constexpr std::string_view settings = "ACEFILRS?";
  for (std::size_t at = source.find(word); at != std::string::npos; at = source.find(word, at + 1)) {
    const auto comment = source.rfind("/*", at);
    const auto comment_end = source.rfind("*/", at);
    if (comment != std::string::npos && (comment_end == std::string::npos || comment_end < comment)) continue;
    const auto setting = source.find_first_not_of(" \t'\"", at + word.size());
    if (setting > at + word.size() && setting != std::string::npos &&
        settings.find(source[setting]) != std::string::npos)
      return true;
    if (source.compare(at + word.size(), 1, "(") == 0) return true;
  }
  return false;
}

bool is_mark_only(const std::string& line) {
  return line.size() > number_columns && base::trim(line.substr(number_columns)) == "+++";
}

}  // namespace

TraceText::TraceText(std::string name, std::string_view source)
    : name_(std::move(name)), source_lines_(base::lines(source).size()), may_trace_(traces(base::upper(source))) {}

bool TraceText::is_added(const std::string& number) const {
  return !number.empty() && static_cast<std::size_t>(value_of(number)) > source_lines_;
}

void TraceText::accept(const std::string& line) {
  if (accept_error(line) || base::trim(line).empty() || line == no_memory) return;
  finish();
  const std::string number = number_of(line);
  if (is_added(number) || is_mark_only(line)) return;
  if (!number.empty()) last_line_ = number;
  accept_trace(line);
}

void TraceText::accept_trace(const std::string& line) {
  constexpr std::string_view code_mark = "+++ RC=";
  constexpr std::string_view command_mark = "*-*";
  const std::string command = std::exchange(command_, {});
  const auto code = line.find(code_mark);
  if (code != std::string::npos) {
    if (!may_trace_ && return_code_ > 0) return;
    if (!command.empty()) lines_.push_back(command);
    lines_.push_back(fmt::format("{}+++ RC({}) +++", line.substr(0, code), return_code_));
    return;
  }
  if (!command.empty()) lines_.push_back(command);
  if (!may_trace_ && line.find(command_mark) == number_columns + 1) {
    command_ = line;
  } else {
    lines_.push_back(line);
  }
}

bool TraceText::accept_error(const std::string& line) {
  if (!line.starts_with(error_word)) return false;
  const std::string number = digits(std::string_view(line).substr(error_word.size()));
  const std::string_view rest = std::string_view(line).substr(error_word.size() + number.size());
  if (rest.starts_with(".")) {
    const auto colon = rest.find(": ");
    if (colon != std::string_view::npos) explain(std::string(rest.substr(colon + 2)));
    return true;
  }
  if (!rest.starts_with(" running ")) return false;
  finish();
  const auto at = rest.rfind(line_word);
  const std::string place = at == std::string_view::npos ? "" : digits(rest.substr(at + line_word.size()));
  waiting_ = {value_of(number), is_added(place) ? last_line_ : place};
  return true;
}

void TraceText::explain(const std::string& text) {
  const auto at = text.find(on_line);
  if (waiting_.line.empty() && at != std::string::npos)
    waiting_.line = digits(std::string_view(text).substr(at + on_line.size()));
  const std::string place = waiting_.line.empty() ? "1" : waiting_.line;
  finish();
  if (text.find(missing_function) == std::string::npos) {
    explanations_.push_back(fmt::format("{} line {}: {}", name_, place, text));
  } else {
    explanations_.push_back(fmt::format("{} line {}: TSO/E REXX has no such function", name_, place));
  }
}

void TraceText::finish() {
  const Error error = std::exchange(waiting_, {});
  if (error.number == 0) return;
  has_told_error_ = true;
  lines_.push_back(fmt::format("IRX{:04}I Error running {}, line {}: {}", error.number, name_,
                               error.line.empty() ? "1" : error.line, text_of(error.number)));
}

void TraceText::end(int error) {
  finish();
  if (error == 0 || has_told_error_) return;
  waiting_ = {error, last_line_};
  finish();
}

std::vector<std::string> TraceText::take_lines() {
  return std::exchange(lines_, {});
}

std::vector<std::string> TraceText::take_explanations() {
  return std::exchange(explanations_, {});
}

}  // namespace ringside::rexx
