// emulator/tso/exec/exec_stack.hpp - the commands of the data stack: stacks and buffers (TSO/E REXX Reference,
// NEWSTACK, DELSTACK, MAKEBUF, DROPBUF, QSTACK, QBUF, QELEM).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "emulator/rexx/exec.hpp"

namespace ringside::tso {

/// The stacks of execs that call each other. The lines of the one in use are with the exec that runs.
class ExecStack {
 public:
  /// Runs a command of the stack. Returns RC; nullopt if the command is another one.
  std::optional<int> command(const std::string& word, const std::string& operand, rexx::WaitingExec& exec);

  /// Octets of the stacks below the one in use; a line counts as its octets and 64 more.
  [[nodiscard]] std::size_t kept_octets() const { return kept_octets_; }

 private:
  struct Command;
  struct Below {
    rexx::Lines lines;                 // the one on top first
    std::vector<std::size_t> buffers;  // for each MAKEBUF, the lines that were there
  };

  int new_stack(const std::string& operand, rexx::WaitingExec& exec);
  int delete_stack(const std::string& operand, rexx::WaitingExec& exec);
  int query_stack(const std::string& operand, rexx::WaitingExec& exec);
  int make_buffer(const std::string& operand, rexx::WaitingExec& exec);
  int drop_buffer(const std::string& operand, rexx::WaitingExec& exec);
  int query_buffer(const std::string& operand, rexx::WaitingExec& exec);
  int query_elements(const std::string& operand, rexx::WaitingExec& exec);

  std::vector<Below> below_;
  std::vector<std::size_t> buffers_;
  std::size_t kept_octets_ = 0;
};

}  // namespace ringside::tso
