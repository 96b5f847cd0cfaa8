// emulator/tso/exec/exec_stack.cpp - the commands of the data stack, by a table.
#include "emulator/tso/exec/exec_stack.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"

namespace ringside::tso {
namespace {

constexpr int no_such_buffer = 2;
constexpr long highest_buffer = 99'999;

std::size_t octets_of(const rexx::Lines& lines) {
  constexpr std::size_t line_cost = 64;  // besides its text; an empty stack counts as a line
  std::size_t octets = line_cost;
  for (const std::string& line : lines) octets += line.size() + line_cost;
  return octets;
}

std::size_t lines_on(rexx::WaitingExec& exec) {
  const rexx::Lines lines = exec.take_stack();
  exec.queue(lines);
  return lines.size();
}

}  // namespace

struct ExecStack::Command {
  std::string_view word;
  int (ExecStack::*run)(const std::string&, rexx::WaitingExec&);
};

std::optional<int> ExecStack::command(const std::string& word, const std::string& operand, rexx::WaitingExec& exec) {
  static constexpr std::array table = {
      Command{"NEWSTACK", &ExecStack::new_stack},   Command{"DELSTACK", &ExecStack::delete_stack},
      Command{"QSTACK", &ExecStack::query_stack},   Command{"MAKEBUF", &ExecStack::make_buffer},
      Command{"DROPBUF", &ExecStack::drop_buffer},  Command{"QBUF", &ExecStack::query_buffer},
      Command{"QELEM", &ExecStack::query_elements},
  };
  const auto* found = std::find_if(table.begin(), table.end(), [&](const Command& one) { return one.word == word; });
  return found == table.end() ? std::nullopt : std::optional((this->*found->run)(operand, exec));
}

int ExecStack::new_stack(const std::string& /*operand*/, rexx::WaitingExec& exec) {
  below_.push_back({exec.take_stack(), std::exchange(buffers_, {})});
  kept_octets_ += octets_of(below_.back().lines);
  return 0;
}

int ExecStack::delete_stack(const std::string& /*operand*/, rexx::WaitingExec& exec) {
  exec.take_stack();
  buffers_.clear();
  if (below_.empty()) return 0;
  const Below next = std::move(below_.back());
  below_.pop_back();
  kept_octets_ -= octets_of(next.lines);
  buffers_ = next.buffers;
  exec.queue(next.lines);
  return 0;
}

int ExecStack::query_stack(const std::string& /*operand*/, rexx::WaitingExec& /*exec*/) {
  return static_cast<int>(below_.size() + 1);
}

int ExecStack::make_buffer(const std::string& /*operand*/, rexx::WaitingExec& exec) {
  buffers_.push_back(lines_on(exec));
  return static_cast<int>(buffers_.size());
}

/// DROPBUF n drops buffer n and those above it, DROPBUF 0 everything, DROPBUF the buffer on top.
int ExecStack::drop_buffer(const std::string& operand, rexx::WaitingExec& exec) {
  const auto number = base::number(operand, highest_buffer);
  if (number == 0) {
    buffers_.clear();
    exec.take_stack();
    return 0;
  }
  const std::size_t first = number ? static_cast<std::size_t>(*number) : buffers_.size();
  if (first == 0 || first > buffers_.size()) return no_such_buffer;
  rexx::Lines lines = exec.take_stack();
  const std::size_t kept = std::min(lines.size(), buffers_[first - 1]);
  lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kept));
  exec.queue(lines);
  buffers_.resize(first - 1);
  return 0;
}

int ExecStack::query_buffer(const std::string& /*operand*/, rexx::WaitingExec& /*exec*/) {
  return static_cast<int>(buffers_.size());
}

int ExecStack::query_elements(const std::string& /*operand*/, rexx::WaitingExec& exec) {
  if (buffers_.empty()) return 0;
  const std::size_t lines = lines_on(exec);
  return static_cast<int>(lines - std::min(lines, buffers_.back()));
}

}  // namespace ringside::tso
