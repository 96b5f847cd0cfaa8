// emulator/crypto/der/der.hpp - a small DER writer and reader, for where OpenSSL's encoders are slow or decide too
// much.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/time.hpp"

namespace ringside::crypto::der {

inline constexpr std::uint8_t boolean_tag = 0x01;
inline constexpr std::uint8_t integer_tag = 0x02;
inline constexpr std::uint8_t bit_string_tag = 0x03;
inline constexpr std::uint8_t octet_string_tag = 0x04;
inline constexpr std::uint8_t null_tag = 0x05;
inline constexpr std::uint8_t oid_tag = 0x06;
inline constexpr std::uint8_t utf8_string_tag = 0x0C;
inline constexpr std::uint8_t printable_string_tag = 0x13;
inline constexpr std::uint8_t ia5_string_tag = 0x16;
inline constexpr std::uint8_t utc_time_tag = 0x17;
inline constexpr std::uint8_t generalized_time_tag = 0x18;
inline constexpr std::uint8_t bmp_string_tag = 0x1E;
inline constexpr std::uint8_t sequence_tag = 0x30;
inline constexpr std::uint8_t set_tag = 0x31;

/// Context-specific tags: [n] around other elements, and [n] instead of the tag of a primitive element.
constexpr std::uint8_t context(unsigned n) {
  return static_cast<std::uint8_t>(0xA0u | n);
}
constexpr std::uint8_t context_primitive(unsigned n) {
  return static_cast<std::uint8_t>(0x80u | n);
}

/// Tag, length, and the parts one after another.
base::Bytes wrap(std::uint8_t tag, std::initializer_list<base::ByteView> parts);
inline base::Bytes wrap(std::uint8_t tag, base::ByteView content) {
  return wrap(tag, {content});
}
inline base::Bytes sequence(std::initializer_list<base::ByteView> parts) {
  return wrap(sequence_tag, parts);
}

/// A SET OF these elements, sorted as DER requires. `tag` is for an implicitly tagged one.
base::Bytes set_of(std::vector<base::Bytes> elements, std::uint8_t tag = set_tag);

base::Bytes boolean(bool value);
base::Bytes integer(std::uint64_t value);
/// An INTEGER from unsigned big-endian octets. A zero octet is put in front if the top bit is set.
base::Bytes unsigned_integer(base::ByteView magnitude);
base::Bytes bit_string(base::ByteView octets);
/// A BIT STRING of named bits; bit 0 of `bits` is the first one. DER omits trailing zero bits (X.690 11.2.2).
base::Bytes named_bits(std::uint16_t bits);
base::Bytes octet_string(base::ByteView octets);
base::Bytes null();
/// Throws base::Fault if `dotted` is not an object identifier.
base::Bytes oid(std::string_view dotted);
base::Bytes text(std::uint8_t tag, std::string_view characters);
/// UTCTime from 1950 through 2049, else GeneralizedTime (RFC 5280 4.1.2.5).
base::Bytes time(base::Instant instant);

/// One element: its tag, its content, and the whole element. The views point into the octets that were read.
struct Item {
  std::uint8_t tag = 0;
  base::ByteView content, whole;
};

/// Reads a series of elements one by one. DER only: definite and shortest lengths, tags of one octet.
class Reader {
 public:
  explicit Reader(base::ByteView bytes) : rest_(bytes) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool next_is(std::uint8_t tag) const { return !rest_.empty() && rest_.front() == tag; }
  /// Takes the next element. Returns nullopt if there is none, or if it is cut off or not DER.
  std::optional<Item> next();
  /// As next(), but also returns nullopt, and takes nothing, if the element has another tag.
  std::optional<Item> next(std::uint8_t tag);

 private:
  base::ByteView rest_;
};

/// The only element in `bytes`. Returns nullopt if it has another tag or if octets follow it.
std::optional<Item> only(base::ByteView bytes, std::uint8_t tag);

/// The dotted form ("2.5.4.3") of the content octets. Returns nullopt if they are malformed or a component exceeds 64
/// bits.
std::optional<std::string> oid_text(base::ByteView content);
/// Returns whether a bit of a BIT STRING is set, given its content octets. A bit after its end is not set.
bool has_bit(base::ByteView bit_string_content, std::size_t index);
/// The value of an INTEGER. Returns nullopt if it is negative or exceeds 64 bits.
std::optional<std::uint64_t> small_value(base::ByteView integer_content);
/// The time of a UTCTime or GeneralizedTime. Returns nullopt unless it has seconds and ends in Z, as RFC 5280 requires.
std::optional<base::Instant> instant(const Item& time);

}  // namespace ringside::crypto::der
