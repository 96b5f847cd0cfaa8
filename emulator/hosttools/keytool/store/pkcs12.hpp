// emulator/hosttools/keytool/store/pkcs12.hpp - PKCS#12 files as Java's key stores read and write them.
#pragma once

#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// Chains are rebuilt by issuer name. Entries without a date get `now` (milliseconds). Throws Refusal.
KeyStore read_pkcs12(base::ByteView file, const std::optional<base::Secret>& password, std::int64_t now);
/// Throws Refusal if the password is not ASCII.
base::Bytes write_pkcs12(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness);

/// Returns whether Java takes a file for a PKCS#12.
bool is_pkcs12(base::ByteView file);

}  // namespace ringside::keytool
