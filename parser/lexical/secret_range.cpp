// parser/lexical/secret_range.cpp - parts of a text that must not be shown.
#include "parser/lexical/secret_range.hpp"

#include <algorithm>

namespace ringside::parser {

std::vector<SecretRange> merged(std::vector<SecretRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<SecretRange> out;
  for (const SecretRange& range : ranges) {
    if (range.begin >= range.end) continue;
    if (out.empty() || out.back().end < range.begin) out.push_back(range);
    out.back().end = std::max(out.back().end, range.end);
  }
  return out;
}

std::string masked(std::string_view text, const std::vector<SecretRange>& ranges) {
  std::string out;
  std::size_t at = 0;
  for (const SecretRange& range : ranges) {
    out += text.substr(at, range.begin - at);
    out += "********";
    at = range.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace ringside::parser
