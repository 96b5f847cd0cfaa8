// tests/fuzz/fuzz_shell.cpp - any bytes as a shell procedure; a refused one always says why and on which line, and a
// password is never shown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "parser/shell/line.hpp"
#include "parser/shell/redaction.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ringside;
  const std::string text(data, data + size);
  if (text.find("~hush~") == std::string::npos)
    for (const char* secret : {"keytool -storepass '~hush~' ", "openssl rsa -passin pass:\"~hush~\""})
      if (parser::shell_redacted(secret + text).find("~hush~") != std::string::npos) std::abort();
  const auto script = parser::parse_shell(text);
  if (!script && (script.error().text.empty() || script.error().where.line < 1)) std::abort();
  if (!script) return 0;
  for (const parser::ShellPipeline& pipeline : *script) {
    if (pipeline.commands.empty()) std::abort();
    for (const parser::ShellCommand& command : pipeline.commands)
      if (command.line < 1) std::abort();
  }
  return 0;
}
