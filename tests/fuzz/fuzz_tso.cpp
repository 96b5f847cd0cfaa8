// tests/fuzz/fuzz_tso.cpp - any bytes as records of SYSTSIN; a refused command always says why and where.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/record.hpp"
#include "parser/tso/redaction.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ringside;
  std::vector<parser::Record> records;
  for (const std::string& line : base::lines(std::string(data, data + size)))
    records.push_back({line, static_cast<int>(records.size()) + 1});
  for (const parser::CommandText& command : parser::read_commands(records).commands) {
    if (command.text.empty()) continue;
    const auto result = parser::parse_command(command);
    if (!result && (result.error().messages.empty() || result.error().diagnostic.text.empty())) std::abort();
    (void)parser::redacted(command.text);
  }
  return 0;
}
