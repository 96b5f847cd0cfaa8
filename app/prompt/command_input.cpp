// app/prompt/command_input.cpp - TSO commands with their continuation lines, read line by line.
#include "app/prompt/command_input.hpp"

#include <istream>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

bool goes_on(const std::string& line) {
  const std::string text = base::trim_right(line);
  return text.ends_with('+') || text.ends_with('-');
}

/// The length is limited, since the input is not trusted.
std::optional<std::string> read_line(std::istream& in) {
  std::string line;
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    if (c == '\n') return line;
    line += static_cast<char>(c);
    if (line.size() > base::limits::input_line_bytes)
      throw UsageError(fmt::format("standard input has a line longer than {} octets", base::limits::input_line_bytes));
  }
  if (line.empty()) return std::nullopt;
  return line;
}

}  // namespace

std::optional<parser::CommandStream> CommandInput::next() {
  std::vector<parser::Record> records;
  std::size_t size = 0;
  while (auto line = next_line_()) {
    if (line->ends_with('\r')) line->pop_back();
    const bool more = goes_on(*line);
    size += line->size();
    records.push_back({*std::move(line), ++number_});
    if (!more || size > base::limits::command_bytes) break;
  }
  if (records.empty()) return std::nullopt;
  return parser::read_commands(records, parser::RecordForm::line);
}

CommandInput::NextLine lines_of(std::istream& in) {
  return [&in] { return read_line(in); };
}

}  // namespace ringside::app
