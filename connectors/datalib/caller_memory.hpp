// connectors/datalib/caller_memory.hpp - areas of the calling program: structures, texts and numbers at any address.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include <ringside/irrsdl.h>

#include "base/bytes.hpp"
#include "connectors/datalib/modes.hpp"

namespace ringside::connectors::datalib {

/// Returns a copy of a structure, which may stand at any address. `octets`: how many the caller has; the others are 0.
template <typename T>
T load(const void* from, std::size_t octets = sizeof(T)) {
  T value{};
  std::memcpy(&value, from, octets);
  return value;
}

template <typename T>
void store(void* to, const T& value, std::size_t octets = sizeof(T)) {
  std::memcpy(to, &value, octets);
}

class CallerMemory {
 public:
  explicit CallerMemory(const Modes& modes) : modes_(modes) {}

  [[nodiscard]] const Modes& modes() const { return modes_; }
  /// A number as the caller reads it from an area.
  [[nodiscard]] std::uint32_t number(std::uint32_t value) const;
  [[nodiscard]] std::uint64_t long_number(std::uint64_t value) const;
  /// The text of an area, in UTF-8; nullopt if it is no printable text.
  [[nodiscard]] std::optional<std::string> text(const void* area, std::size_t octets) const;
  /// The same of an area that has its length in the first octet.
  [[nodiscard]] std::optional<std::string> counted_text(const void* area) const;
  /// The same of a user ID without the blanks that fill it; nullopt for a length above 8.
  [[nodiscard]] std::optional<std::string> user_id(const irrsdl_user& user) const;
  /// The octets of a text in UTF-8, as the caller reads it.
  [[nodiscard]] base::Bytes octets(const std::string& text) const;
  /// A user ID of eight octets.
  [[nodiscard]] irrsdl_user padded(const std::string& user) const;

 private:
  Modes modes_;
};

}  // namespace ringside::connectors::datalib
