// emulator/rexx/interpreter/variables.cpp - Regina's interfaces to variables and queues.
#include "emulator/rexx/interpreter/variables.hpp"

#define INCL_REXXSAA
#include <rexxsaa.h>

namespace ringside::rexx {
namespace {

RXSTRING string_of(const std::string& text) {
  return {text.size(), const_cast<char*>(text.data())};
}

SHVBLOCK request(unsigned char code, const std::string& name) {
  SHVBLOCK block{};
  block.shvcode = code;
  block.shvname = string_of(name);
  return block;
}

std::string session = "SESSION";

}  // namespace

std::vector<std::string> fetch_variables(const std::vector<std::string>& names) {
  std::vector<std::string> values;
  values.reserve(names.size());
  for (const std::string& name : names) {
    SHVBLOCK block = request(RXSHV_SYFET, name);
    RexxVariablePool(&block);
    const bool known =
        (block.shvret & (RXSHV_NEWV | RXSHV_BADN | RXSHV_MEMFL)) == 0 && block.shvvalue.strptr != nullptr;
    values.push_back(known ? "=" + std::string(block.shvvalue.strptr, block.shvvalue.strlength) : "");
    if (block.shvvalue.strptr != nullptr) RexxFreeMemory(block.shvvalue.strptr);
  }
  return values;
}

void set_variables(const std::vector<std::string>& names_and_values) {
  for (std::size_t n = 0; n + 1 < names_and_values.size(); n += 2) {
    SHVBLOCK block = request(RXSHV_SYSET, names_and_values[n]);
    block.shvvalue = string_of(names_and_values[n + 1]);
    block.shvvaluelen = names_and_values[n + 1].size();
    RexxVariablePool(&block);
  }
}

std::vector<std::string> take_stack() {
  std::vector<std::string> lines;
  for (;;) {
    RXSTRING line{0, nullptr};
    REXXDATETIME when{};
    if (RexxPullQueue(session.data(), &line, &when, RXQUEUE_NOWAIT) != RXQUEUE_OK) return lines;
    lines.push_back(line.strptr == nullptr ? std::string{} : std::string(line.strptr, line.strlength));
    if (line.strptr != nullptr) RexxFreeMemory(line.strptr);
  }
}

void add_to_stack(const std::vector<std::string>& lines, unsigned long order) {
  for (const std::string& line : lines) {
    RXSTRING text = string_of(line);
    RexxAddQueue(session.data(), &text, order);
  }
}

}  // namespace ringside::rexx
