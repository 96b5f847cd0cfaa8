// emulator/hosttools/keytool/store/store_file.cpp - reads and writes key stores of all formats.
#include "emulator/hosttools/keytool/store/store_file.hpp"

#include <algorithm>
#include <array>

#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/jks.hpp"
#include "emulator/hosttools/keytool/store/pkcs12.hpp"

namespace ringside::keytool {
namespace {

void refuse_unless_ascii(const base::Secret& password, bool with_keys) {
  const bool ascii = std::all_of(password.reveal().begin(), password.reveal().end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return;
  const std::string failed = "getSecretKey failed: Password is not ASCII";
  if (!with_keys) refuse_io(failed);
  refuse_as(
      "java.security.KeyStoreException",
      "Key protection algorithm not found: java.security.UnrecoverableKeyException: Encrypt Private Key failed: " +
          failed);
}

}  // namespace

// Java recognises a PKCS#12 by its first 16 octets: SEQUENCE { INTEGER 3, SEQUENCE { OBJECT IDENTIFIER of nine octets,
// ...
std::optional<StoreType> probe(base::ByteView content) {
  if (const auto type = jks_type_of(content)) return type;
  constexpr std::size_t looked_at = 16;
  constexpr std::array<std::uint8_t, 3> version = {0x02, 0x01, 0x03};
  constexpr std::array<std::uint8_t, 5> data = {0x06, 0x09, 0x2A, 0x86, 0x48};
  if (content.size() < looked_at) return std::nullopt;
  base::ByteView rest = content.first(looked_at);
  const auto take_header = [&rest] {
    if (rest.size() < 2 || rest[0] != 0x30) return false;
    const std::size_t header = rest[1] <= 0x80 ? 2 : 2u + (rest[1] & 0x7Fu);
    if (header > rest.size()) return false;
    rest = rest.subspan(header);
    return true;
  };
  const auto take = [&rest](base::ByteView expected) {
    const std::size_t count = std::min(expected.size(), rest.size());
    if (!std::equal(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(count), expected.begin())) return false;
    rest = rest.subspan(count);
    return true;
  };
  const bool is_pfx = take_header() && take(version) && take_header() && take(data);
  return is_pfx ? std::optional(StoreType::pkcs12) : std::nullopt;
}

KeyStore read_store(const StoreFile& file, const std::optional<base::Secret>& password, std::int64_t now) {
  if (file.type == StoreType::pkcs12) return read_pkcs12(file.content, password, now);
  return read_jks(file.content, password);
}

base::Bytes write_store(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness) {
  if (store.type() != StoreType::pkcs12) return write_jks(store, password);
  refuse_unless_ascii(password, !store.only_certificates());
  return write_pkcs12(store, password, randomness);
}

}  // namespace ringside::keytool
