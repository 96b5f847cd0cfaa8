// base/percent.cpp - percent-encoding of URLs.
#include "base/percent.hpp"

#include <cctype>

#include "base/bytes.hpp"

namespace ringside::base {

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    Bytes octet;
    if (at + 2 >= text.size() || !from_hex(text.substr(at + 1, 2), octet) || octet.front() == 0) return std::nullopt;
    decoded += static_cast<char>(octet.front());
    at += 2;
  }
  return decoded;
}

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view plain = "-._~";
  std::string encoded;
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    if (std::isalnum(octet) != 0 || plain.find(c) != std::string_view::npos)
      encoded += c;
    else
      encoded += "%" + hex(to_bytes(std::string_view(&c, 1)));
  }
  return encoded;
}

}  // namespace ringside::base
