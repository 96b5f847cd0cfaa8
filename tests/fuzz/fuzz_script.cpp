// tests/fuzz/fuzz_script.cpp - any bytes as a shell procedure and workflow; every command and error has a
// place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parser/scripts/input_kind.hpp"
#include "parser/scripts/shell_procedure.hpp"
#include "parser/scripts/workflow.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto script = ringside::parser::read_shell_script(text);
  for (const auto& command : script.commands)
    if (command.position(0).line < 1 || command.text.empty()) std::abort();
  for (const auto& error : script.errors)
    if (error.where.line < 1) std::abort();
  static_cast<void>(ringside::parser::guess_input(text));
  static_cast<void>(ringside::parser::read_workflow(text, {}));
  return 0;
}
