// harness/steps/command_expectation.hpp - what a command must return and print.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/command_result.hpp"
#include "harness/steps/output_expectation.hpp"

namespace ringside::harness {

/// The lowest return code of a RACF command, or condition code of a job, that counts as a failure.
inline constexpr int lowest_failing_code = 8;
/// The lowest exit status of a shell's command that counts as a failure.
inline constexpr int lowest_failing_status = 1;
/// The highest return code of a command or job.
inline constexpr long highest_code = 4095;

/// A message that must appear: its number, and texts that it must contain in this order.
struct MessageExpectation {
  std::string id;
  std::vector<std::string> inserts;
  parser::Position where;
};

/// What one command must return and print.
struct CommandExpectation {
  std::optional<Placed<std::string>> command;  ///< text that the command contains, to find it among a job's commands
  Placed<int> rc;
  std::optional<Placed<int>> fails_from;  ///< if set, the code must be at least this, and `rc` does not count
  std::optional<Placed<std::vector<MessageExpectation>>> messages;  ///< all messages that it prints, in order
  std::vector<Placed<std::string>> remarks;                         ///< texts that Ringside's remarks contain
  OutputExpectation output;
  parser::Position where;
};

// Keys of commands of a shell, which several kinds of steps take.
inline constexpr FormKey exit_status_key{"rc", "0..4095", "Its exit status; 0 if it is left out."};
inline constexpr FormKey failing_status_key{"must_fail", "flag", "Its exit status is not 0."};
inline constexpr FormKey printed_key{"output", "output", "What it prints, errors included."};

extern const Form message_form;

/// Expects return code 0.
CommandExpectation expect_success(parser::Position where);

/// Reads the keys of `mapping` that expect something of a command. `fails_from` is the lowest code of a failure.
CommandExpectation read_command_expectation(Reading& reading, Mapping& mapping, int fails_from = lowest_failing_code);

void check_command(const CommandExpectation& expect, const host::CommandResult& result, Failures& failures);

}  // namespace ringside::harness
