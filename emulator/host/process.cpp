// emulator/host/process.cpp - streams kept in memory.
#include "emulator/host/process.hpp"

namespace ringside::host {

std::optional<std::string> TextStreams::read_line(bool /*hidden*/) {
  if (at_ >= input_.size()) return std::nullopt;
  const std::size_t end = std::min(input_.find('\n', at_), input_.size());
  std::string line = input_.substr(at_, end - at_);
  at_ = std::min(end + 1, input_.size());
  return line;
}

base::Bytes TextStreams::read_rest() {
  base::Bytes rest(input_.begin() + static_cast<std::ptrdiff_t>(at_), input_.end());
  at_ = input_.size();
  return rest;
}

bool says_not_emulated(std::string_view error) {
  return error.find(" is not emulated") != std::string_view::npos ||
         error.find(" are not emulated") != std::string_view::npos;
}

}  // namespace ringside::host
