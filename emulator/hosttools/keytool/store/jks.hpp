// emulator/hosttools/keytool/store/jks.hpp - JKS and JCEKS files (sun.security.provider.JavaKeyStore,
// com.sun.crypto.provider).
#pragma once

#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// Reads a file of either type. Without a password the digest at the end is not checked. Throws Refusal with Java's
/// exceptions.
KeyStore read_jks(base::ByteView file, const std::optional<base::Secret>& password, std::int64_t now);
base::Bytes write_jks(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness);

/// Returns whether a file begins with FEEDFEED.
bool is_jks(base::ByteView file);
/// Returns whether a file begins with CECECECE.
bool is_jceks(base::ByteView file);

}  // namespace ringside::keytool
