// tests/fuzz/fuzz_racdcert.cpp - any bytes as the operands of RACDCERT, with a secret that no message may show.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parser/tso/command.hpp"
#include "parser/tso/redaction.hpp"

namespace {

constexpr const char* secret = "~hush~";

void must_not_show(const std::string& text) {
  if (text.find(secret) != std::string::npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ringside;
  const std::string operands(data, data + size);
  if (operands.find(secret) != std::string::npos) return 0;
  const std::string command = std::string("RACDCERT PASSWORD('") + secret + "') " + operands;
  const auto result = parser::parse_command(parser::single_command(command));
  must_not_show(parser::redacted(command));
  for (const parser::Message& message : result ? result->messages : result.error().messages)
    must_not_show(message.text);
  if (result) {
    for (const parser::Diagnostic& note : result->notes) {
      must_not_show(note.text);
      must_not_show(note.line);
    }
  } else {
    must_not_show(result.error().diagnostic.text);
    must_not_show(result.error().diagnostic.line);
  }
  return 0;
}
