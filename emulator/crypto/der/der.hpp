// emulator/crypto/der/der.hpp - writing and reading DER by hand, where OpenSSL's own machinery is slow or decides too
// much.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

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

/// Context-specific tags: [n] around other elements, and [n] in the place of a primitive's own tag.
constexpr std::uint8_t context(unsigned n) {
  return static_cast<std::uint8_t>(0xA0u | n);
}
constexpr std::uint8_t context_primitive(unsigned n) {
  return static_cast<std::uint8_t>(0x80u | n);
}

/// Tag, length and the parts one after another.
base::Bytes wrap(std::uint8_t tag, std::initializer_list<base::ByteView> parts);
inline base::Bytes wrap(std::uint8_t tag, base::ByteView content) {
  return wrap(tag, {content});
}
inline base::Bytes sequence(std::initializer_list<base::ByteView> parts) {
  return wrap(sequence_tag, parts);
}

base::Bytes boolean(bool value);
base::Bytes integer(std::uint64_t value);
/// An INTEGER of big-endian octets without sign; a zero octet goes in front where the top bit is set.
base::Bytes unsigned_integer(base::ByteView magnitude);
base::Bytes bit_string(base::ByteView octets);
base::Bytes octet_string(base::ByteView octets);
base::Bytes null();
base::Bytes oid(std::string_view dotted);
base::Bytes text(std::uint8_t tag, std::string_view characters);
/// UTCTime from 1950 through 2049, else GeneralizedTime (RFC 5280 4.1.2.5).
base::Bytes time(base::Instant instant);

/// One element: its tag, what is in it, and all of it.
struct Item {
  std::uint8_t tag = 0;
  base::ByteView content, whole;
};

/// Takes element after element from a run of them. DER only: definite and shortest lengths, one-octet tags.
class Reader {
 public:
  explicit Reader(base::ByteView bytes) : rest_(bytes) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool next_is(std::uint8_t tag) const { return !rest_.empty() && rest_.front() == tag; }
  /// The next element; nothing if there is none or it is cut off or not DER.
  std::optional<Item> next();
  /// Likewise, and nothing unless it has this tag.
  std::optional<Item> next(std::uint8_t tag);

 private:
  base::ByteView rest_;
};

/// The one element that fills `bytes`; nothing if it has another tag or something follows it.
std::optional<Item> only(base::ByteView bytes, std::uint8_t tag);

/// "2.5.4.3" of the content octets; nothing if malformed or a component exceeds 64 bits.
std::optional<std::string> oid_text(base::ByteView content);
/// A non-negative INTEGER's value, if it fits.
std::optional<std::uint64_t> small_value(base::ByteView integer_content);
/// UTCTime or GeneralizedTime, to the second, in Zulu, as RFC 5280 wants them.
std::optional<base::Instant> instant(const Item& time);

}  // namespace ringside::crypto::der
