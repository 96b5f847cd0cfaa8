// parser/lexical/secret_range.cpp - parts of a text that must not be shown.
#include "parser/lexical/secret_range.hpp"

namespace ringside::parser {

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
