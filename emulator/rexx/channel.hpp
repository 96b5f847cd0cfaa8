// emulator/rexx/channel.hpp - the messages between Ringside and the process in which an exec runs.
//
// The process asks (a command, a function, a line of input) and waits. Ringside may read and set variables and the data
// stack of the exec first, and then answers. This file uses nothing else of Ringside: the process holds no lab.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ringside::rexx {

/// Exit statuses of the process: it has no memory left; the kernel does not confine it.
inline constexpr int out_of_memory = 70, not_confined = 71;

/// What a message says; its texts are in the order of the words after the name.
enum class MessageKind : char {
  // Ringside to the process
  start = 'b',       ///< name, source, user, environment, call type (command, subroutine, function), seconds of the
                     ///< clock, limit of CPU seconds, limit of memory in octets, number of lines on the stack, those
                     ///< lines, then arguments (see argument())
  fetch = 'g',       ///< names of variables: answered by values
  set = 's',         ///< name, value, name, value ...: not answered
  take_stack = 'k',  ///< answered by stack with all lines, the first one on top; the stack is empty then
  push = 'p',        ///< lines: each goes to the top of the stack; not answered
  queue = 'q',       ///< lines: each goes to the bottom; not answered
  answer = 'a',      ///< text: the return code, the result or the line that was asked for
  error = 'e',       ///< text: the same, for a command whose return code raises ERROR
  failure = 'f',     ///< text: the same for FAILURE
  none = 'n',        ///< there is no such function, the function has no result, or there is no line
  bad_call = 'c',    ///< the arguments of the function are not right
  // the process to Ringside
  command = 'C',   ///< environment, command
  function = 'F',  ///< name, "F" or "S" (a function, a subroutine), arguments
  say = 'Y',       ///< line; not answered
  trace = 'T',     ///< line of TRACE or of an error; not answered
  pull = 'P',      ///< asks for a line of the terminal
  values = 'v',    ///< for each name "=" and the value, or "" if the variable has none
  stack = 'l',     ///< lines
  end = 'X',       ///< return code, "=" and the result or "", then the lines left on the stack
};

struct Message {
  MessageKind kind = MessageKind::none;
  std::vector<std::string> texts{};
};

/// An argument of a call: "=" and its text, or "" if it was left out.
inline std::optional<std::string> argument(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text.substr(1));
}

/// Writes the message whole. Returns false if the other side is gone.
bool write_message(int descriptor, const Message& message);

/// Reads one message. Returns nullopt at the end, and if the message is longer than `most` octets.
std::optional<Message> read_message(int descriptor, std::size_t most);

}  // namespace ringside::rexx
