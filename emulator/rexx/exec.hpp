// emulator/rexx/exec.hpp - runs one REXX exec in a process of its own, and asks its host for all that is not REXX.
//
// The language is that of Regina, which follows the same definition as TSO/E REXX. Its process can only compute: see
// interpreter/confinement.hpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"

namespace ringside::rexx {

using Arguments = std::vector<std::optional<std::string>>;  ///< nullopt: left out
using Lines = std::vector<std::string>;

enum class CallType { command, subroutine, function };

struct Call {
  std::string name;    ///< of the exec
  std::string origin;  ///< what PARSE SOURCE shows after the name: the DD name and so on
  std::string source;
  std::string environment = "TSO";  ///< for commands, until ADDRESS says another
  CallType type = CallType::command;
  Arguments arguments{};
  std::string user;                    ///< USERID()
  std::chrono::local_seconds clock{};  ///< DATE() and TIME(); it stands while the exec runs
};

/// How much one exec may use.
struct Allowance {
  unsigned cpu_seconds = base::limits::rexx_cpu_seconds;
  std::size_t memory = base::limits::rexx_memory_bytes;
  std::size_t output = base::limits::rexx_output_bytes;
  std::size_t requests = base::limits::rexx_requests;
};

/// The exec that waits for an answer of its host: its variables and its data stack. Names are symbolic: the tail of
/// "LINE.I" is evaluated.
class WaitingExec {
 public:
  virtual ~WaitingExec() = default;
  virtual std::vector<std::optional<std::string>> fetch(const Lines& names) = 0;
  /// Takes name, value, name, value ...
  virtual void set(const Lines& names_and_values) = 0;
  /// Empties the stack and returns its lines, the one on top first.
  virtual Lines take_stack() = 0;
  virtual void push(const Lines& lines) = 0;
  virtual void queue(const Lines& lines) = 0;
};

/// The answer to the call of a function that is not built in.
struct FunctionAnswer {
  enum class Kind { returned, not_found, bad_call };
  Kind kind = Kind::not_found;
  std::optional<std::string> result{};
};

/// What the exec runs in.
class Host {
 public:
  virtual ~Host() = default;
  /// Runs a command of the environment; returns RC. A positive RC raises ERROR, a negative one FAILURE.
  virtual int command(const std::string& environment, const std::string& text, WaitingExec& exec) = 0;
  /// Why the exec must end now; empty if it may go on. Asked after each command and function.
  [[nodiscard]] virtual std::string reason_to_end() const = 0;
  virtual FunctionAnswer function(const std::string& name, CallType type, const Arguments& arguments,
                                  WaitingExec& exec) = 0;
  virtual void say(const std::string& line) = 0;
  /// A line of TRACE or of an error message; it may quote a command of the exec.
  virtual void show_trace(const std::string& line) = 0;
  /// A remark of Ringside's own about an error.
  virtual void remark(const std::string& text) = 0;
  /// The next line of the terminal, for PULL with an empty stack; nullopt at the end of the input.
  virtual std::optional<std::string> pull() = 0;
};

struct Outcome {
  std::optional<std::string> result{};  ///< of EXIT or RETURN
  int error = 0;                        ///< number of the REXX error that ended the exec; 0: none
  std::string broken_by{};              ///< why the process was ended; empty if the exec ended
  double cpu_seconds = 0;               ///< that it has used
  Lines stack{};                        ///< lines that it leaves, the one on top first
};

/// The function that a host gets for DATE where a format is Julian, since Regina's DATE does not have it.
inline constexpr std::string_view julian_date_function = "RINGSIDE_DATE";

/// Runs the exec. `stack` is what is on the data stack before. Throws base::Fault if the machine has no socket left.
Outcome run(const Call& call, const Lines& stack, Host& host, const Allowance& allowance = {});

}  // namespace ringside::rexx
