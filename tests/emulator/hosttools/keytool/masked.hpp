// tests/emulator/hosttools/keytool/masked.hpp - what keytool prints, without what is new in each run.
#pragma once

#include <regex>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ringside::test_support {

/// Returns the text with words such as <FINGERPRINT> in the place of fingerprints, serial numbers, times, octets,
/// Base64.
inline std::string masked(const std::string& text) {
  struct Mask {
    std::regex pattern;
    const char* word;
  };
  static const std::vector<Mask> masks = {
      {std::regex("([0-9A-F]{2}:){15,}[0-9A-F]{2}"), "<FINGERPRINT>"},
      {std::regex("Serial number: [0-9a-f]+"), "Serial number: <SERIAL>"},
      {std::regex("[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9:]{8} UTC [0-9]{4}"), "<TIME>"},
      {std::regex("[A-Z][a-z]{2} [0-9]{1,2}, [0-9]{4}"), "<DATE>"},
      {std::regex("[0-9A-F]{4}: ([0-9A-F]{2} {1,3}){1,16}.*"), "<OCTETS>"},
      {std::regex("[A-Za-z0-9+/=]{20,}\r?"), "<BASE64>"},
  };
  std::vector<std::string> lines;
  for (std::string line : base::lines(text)) {
    for (const Mask& mask : masks) line = std::regex_replace(line, mask.pattern, mask.word);
    if (lines.empty() || line != "<BASE64>" || lines.back() != line) lines.push_back(line);
  }
  return base::join(lines, "\n");
}

}  // namespace ringside::test_support
