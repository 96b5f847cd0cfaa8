// tests/fuzz/fuzz_shell.cpp - any bytes as a shell procedure; a refused one always says why and on which line.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parser/shell/line.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ringside;
  const auto script = parser::parse_shell(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!script && (script.error().text.empty() || script.error().where.line < 1)) std::abort();
  if (!script) return 0;
  for (const parser::ShellPipeline& pipeline : *script) {
    if (pipeline.commands.empty()) std::abort();
    for (const parser::ShellCommand& command : pipeline.commands)
      if (command.line < 1) std::abort();
  }
  return 0;
}
