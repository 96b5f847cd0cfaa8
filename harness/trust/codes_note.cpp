// harness/trust/codes_note.cpp - says once what the three numbers of R_datalib in a text are.
#include "harness/trust/codes_note.hpp"

#include <fmt/format.h>

#include "emulator/racf/datalib/codes.hpp"

namespace ringside::harness {
namespace {

/// The codes in `line` that the table has as errors; empty if there are none.
std::string codes_in(const std::string& line) {
  for (const racf::datalib::Meaning& row : racf::datalib::meanings()) {
    const std::string codes = to_string(row.codes);
    const std::size_t at = line.find(codes);
    if (at == std::string::npos || row.codes.saf == 0) continue;
    const std::size_t end = at + codes.size();
    const bool is_whole = end == line.size() || std::string_view("0123456789/").find(line[end]) == std::string::npos;
    const bool begins = at > 0 && line[at - 1] == ' ';
    if (is_whole && begins) return codes;
  }
  return "";
}

}  // namespace

void append_codes_note(std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const std::string codes = codes_in(line);
    if (codes.empty()) continue;
    lines.push_back(
        fmt::format("{} are R_datalib's SAF return code, RACF return code and reason; 'ringside explain {}' says more",
                    codes, codes));
    return;
  }
}

}  // namespace ringside::harness
