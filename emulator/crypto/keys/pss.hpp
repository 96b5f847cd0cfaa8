// emulator/crypto/keys/pss.hpp - RSASSA-PSS (RFC 8017 8.1, RFC 4055). Only for files in this folder.
//
// Encoded by hand, since OpenSSL draws the salt itself and a seeded run would not repeat.
#pragma once

#include <optional>
#include <string_view>

#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

inline constexpr std::string_view pss_oid = "1.2.840.113549.1.1.10";

/// The AlgorithmIdentifier for OpenSSL's name of a hash: it for MGF1 too, and a salt of its length.
base::Bytes pss_identifier(std::string_view digest);
base::Bytes pss_signature(const PrivateKey& key, std::string_view digest, base::ByteView data,
                          const base::Randomness& randomness);
/// A PKCS#8 PrivateKeyInfo with another AlgorithmIdentifier in the place of its own.
base::Bytes with_algorithm(base::ByteView pkcs8, base::ByteView algorithm);
/// "sha256RSAPSS" of the parameters of an AlgorithmIdentifier; "UNKNOWN" for another hash, or none that can be read.
std::string_view pss_racf_name(const std::optional<der::Item>& parameters);

}  // namespace ringside::crypto
