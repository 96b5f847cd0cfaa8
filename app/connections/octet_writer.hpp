// app/connections/octet_writer.hpp - numbers, texts and octets in the order of a binary message; numbers are
// big-endian.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.hpp"

namespace ringside::app {

class OctetWriter {
 public:
  void octets(base::ByteView content) { written_.insert(written_.end(), content.begin(), content.end()); }
  void u8(std::uint8_t number) { written_.push_back(number); }
  void u16(std::uint16_t number);
  void u32(std::uint32_t number);
  /// A length in two octets and the text as UTF-8. A longer text is cut behind a character.
  void text16(std::string_view text);
  /// A length in four octets and the octets.
  void bytes32(base::ByteView content);

  [[nodiscard]] const base::Bytes& written() const { return written_; }

 private:
  base::Bytes written_;
};

}  // namespace ringside::app
