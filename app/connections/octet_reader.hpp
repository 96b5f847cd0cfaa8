// app/connections/octet_reader.hpp - takes numbers, texts and octets from a binary message, whatever is in it; numbers
// are big-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace ringside::app {

/// Thrown by OctetReader: the message is not what it should be. The text says what, and at which octet.
struct MalformedMessage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Every function throws MalformedMessage if the message ends too early, or a number is larger than `most`.
class OctetReader {
 public:
  explicit OctetReader(base::ByteView message) : message_(message) {}

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  /// Counts of what follows.
  std::size_t count16(std::size_t most);
  std::size_t count32(std::size_t most);
  /// A length in two octets and the text, which must be UTF-8.
  std::string text16(std::size_t most);
  /// A length in four octets and the octets.
  base::Bytes bytes32(std::size_t most);
  /// Throws MalformedMessage unless these octets come next.
  void expect(std::string_view octets);
  /// Throws MalformedMessage unless the message has ended.
  void expect_end() const;
  /// Throws MalformedMessage with a sentence on what was read last.
  [[noreturn]] void refuse(const std::string& what) const;

 private:
  base::ByteView take(std::size_t size);
  [[nodiscard]] std::size_t bounded(std::size_t number, std::size_t most) const;

  base::ByteView message_;
  std::size_t at_ = 0;
};

}  // namespace ringside::app
