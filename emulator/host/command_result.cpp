// emulator/host/command_result.cpp - what one command did, on a TSO terminal or in a shell.
#include "emulator/host/command_result.hpp"

namespace ringside::host {

std::vector<std::string> CommandResult::shown() const {
  std::vector<std::string> text;
  text.reserve(lines.size());
  for (const OutputLine& line : lines) text.push_back(line.id.empty() ? line.text : line.id + " " + line.text);
  return text;
}

}  // namespace ringside::host
