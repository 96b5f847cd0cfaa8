// emulator/hosttools/keytool/store/jks.hpp - JKS and JCEKS files (sun.security.provider.JavaKeyStore,
// com.sun.crypto.provider).
#pragma once

#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// Without a password the digest at the end is not checked. Throws Refusal with Java's exceptions.
KeyStore read_jks(base::ByteView file, const std::optional<base::Secret>& password);
base::Bytes write_jks(const KeyStore& store, const base::Secret& password);

/// FEEDFEED or CECECECE at the beginning.
std::optional<StoreType> jks_type_of(base::ByteView file);

}  // namespace ringside::keytool
