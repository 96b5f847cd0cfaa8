// emulator/tso/exec/trapped_output.hpp - OUTTRAP: output of commands as variables of an exec.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emulator/rexx/exec.hpp"

namespace ringside::tso {

/// OUTTRAP (TSO/E REXX Reference, "OUTTRAP").
class TrappedOutput {
 public:
  /// OUTTRAP(varname, max, concat, skipamt); "OFF" ends trapping, and without arguments nothing changes. Sets the
  /// variables that count lines. The result is the name of the variables, or "OFF"; bad_call if an argument is wrong.
  rexx::FunctionAnswer call(const rexx::Arguments& arguments, rexx::WaitingExec& exec);

  [[nodiscard]] bool is_on() const { return !name_.empty(); }
  /// Stores the output of one command.
  void store(const std::vector<std::string>& lines, rexx::WaitingExec& exec);

 private:
  void set_counts(rexx::Lines& variables) const;

  std::string name_;  // empty: off
  std::size_t most_ = 0;
  bool concatenates_ = true;
  std::size_t to_skip_ = 0;
  std::size_t stored_ = 0, trapped_ = 0, skipped_ = 0;
};

}  // namespace ringside::tso
