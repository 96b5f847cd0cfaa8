// emulator/hosttools/keytool/store/store_file.hpp - detects, reads and writes the formats of key stores.
#pragma once

#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// The octets of an existing file, and their format.
struct StoreFile {
  base::Bytes content;
  StoreType type = StoreType::pkcs12;
};

/// Detects the format from the first octets; returns nullopt if Java does not know it.
std::optional<StoreType> probe(base::ByteView content);

/// Throws Refusal.
KeyStore read_store(const StoreFile& file, const std::optional<base::Secret>& password, std::int64_t now);
base::Bytes write_store(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness);

}  // namespace ringside::keytool
