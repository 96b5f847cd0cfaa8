// emulator/hosttools/keytool/store/store_file.hpp - key stores of whatever format: found out, read, written.
#pragma once

#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// The octets of a file that is there, and the format that they show.
struct StoreFile {
  base::Bytes content;
  StoreType type = StoreType::pkcs12;
};

/// The format by the first octets; nothing if it is none that Java knows.
std::optional<StoreType> probe(base::ByteView content);

/// Throws Refusal.
KeyStore read_store(const StoreFile& file, const std::optional<base::Secret>& password, std::int64_t now);
base::Bytes write_store(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness);

}  // namespace ringside::keytool
