// emulator/hosttools/keytool/store/key_protection.hpp - private keys under a password, in the three ways of Java's key
// stores.
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/containers/password_based.hpp"
#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// Iterations for a key, in the stores of the JDK 17.
inline constexpr std::uint64_t jceks_iterations = 200'000, pkcs12_iterations = 10'000;

/// Encrypts a PKCS#8; returns an EncryptedPrivateKeyInfo.
base::Bytes protect_for_jks(base::ByteView pkcs8, const Protection& protection);
base::Bytes protect_for_jceks(base::ByteView pkcs8, const Protection& protection);
base::Bytes protect_for_pkcs12(base::ByteView pkcs8, const Protection& protection);

/// Encrypts with JCEKS's PBEWithMD5AndTripleDES. `purpose` names the random numbers of the salt. Sealed::algorithm is
/// the DER of the parameters: salt and iterations.
crypto::Sealed seal_for_jceks(base::ByteView plain, const Protection& protection, std::string_view purpose);
/// Decrypts that; returns nullopt if the password is wrong. Throws Refusal if no password can open it, with the text
/// `if_malformed` if the parameters cannot be read.
std::optional<base::Bytes> open_from_jceks(base::ByteView parameters, base::ByteView content,
                                           const base::Secret& password, crypto::PbeBudget& budget,
                                           const std::string& if_malformed);

/// Decrypts a protected key of any of these forms to PKCS#8; returns nullopt if the password is wrong. Throws Refusal
/// if no password can open it.
std::optional<base::Bytes> recover_key(base::ByteView protected_key, const base::Secret& password);
/// The same, charged to a budget that several keys share.
std::optional<base::Bytes> recover_key(base::ByteView protected_key, const base::Secret& password,
                                       crypto::PbeBudget& budget);

}  // namespace ringside::keytool
