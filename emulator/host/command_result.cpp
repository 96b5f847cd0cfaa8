// emulator/host/command_result.cpp - what one command did, on a TSO terminal or in a shell.
#include "emulator/host/command_result.hpp"

#include <iterator>
#include <utility>

namespace ringside::host {

void CommandResult::append(CommandResult inner) {
  std::move(inner.lines.begin(), inner.lines.end(), std::back_inserter(lines));
  std::move(inner.console.begin(), inner.console.end(), std::back_inserter(console));
  std::move(inner.diagnostics.begin(), inner.diagnostics.end(), std::back_inserter(diagnostics));
}

std::vector<std::string> CommandResult::shown() const {
  std::vector<std::string> text;
  text.reserve(lines.size());
  for (const OutputLine& line : lines) text.push_back(line.id.empty() ? line.text : line.id + " " + line.text);
  return text;
}

}  // namespace ringside::host
