// emulator/rexx/interpreter/interpreter.hpp - one exec in Regina, with its way to the outside over the socket.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/rexx/interpreter/confinement.hpp"
#include "emulator/rexx/interpreter/lab_machine.hpp"

namespace ringside::rexx {

/// What Ringside sends first; see MessageKind::start.
struct Start {
  std::string name;
  std::string source;
  std::string environment;
  std::string call_type;
  Machine machine;
  Bounds bounds;
  std::vector<std::string> stack;
  std::vector<std::string> arguments;
};

/// Reads the first message. Returns nullopt if descriptor 3 is no socket of Ringside.
std::optional<Start> receive_start();

/// Makes Regina load and set up what it needs once, while files can still be opened.
void load_interpreter();

/// Runs the exec and reports its end. Returns the exit status of the process.
int run_exec(const Start& start);

}  // namespace ringside::rexx
