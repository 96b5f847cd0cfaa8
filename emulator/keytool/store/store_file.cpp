// emulator/keytool/store/store_file.cpp - one door to all formats.
#include "emulator/keytool/store/store_file.hpp"

#include <algorithm>

#include "emulator/keytool/refusal.hpp"
#include "emulator/keytool/store/jks.hpp"
#include "emulator/keytool/store/pkcs12.hpp"

namespace ringside::keytool {
namespace {

void refuse_unless_ascii(const base::Secret& password) {
  const bool ascii = std::all_of(password.reveal().begin(), password.reveal().end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) refuse_as("java.security.KeyStoreException", "Key protection algorithm not found: Password is not ASCII");
}

}  // namespace

// A PFX is a SEQUENCE whose first element is INTEGER 3.
std::optional<StoreType> probe(base::ByteView content) {
  if (const auto type = jks_type_of(content)) return type;
  constexpr std::size_t furthest = 8;
  if (content.size() < furthest || content[0] != 0x30) return std::nullopt;
  const std::size_t header = content[1] <= 0x80 ? 2 : 2u + (content[1] & 0x7Fu);
  if (header + 2 >= content.size() || header > furthest) return std::nullopt;
  const bool is_pfx = content[header] == 0x02 && content[header + 1] == 0x01 && content[header + 2] == 0x03;
  return is_pfx ? std::optional(StoreType::pkcs12) : std::nullopt;
}

KeyStore read_store(const StoreFile& file, const std::optional<base::Secret>& password, std::int64_t now) {
  if (file.type == StoreType::pkcs12) return read_pkcs12(file.content, password, now);
  return read_jks(file.content, password);
}

base::Bytes write_store(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness) {
  if (store.type() != StoreType::pkcs12) return write_jks(store, password);
  refuse_unless_ascii(password);
  return write_pkcs12(store, password, randomness);
}

}  // namespace ringside::keytool
