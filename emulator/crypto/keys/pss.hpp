// emulator/crypto/keys/pss.hpp - RSASSA-PSS (RFC 8017 8.1, RFC 4055).
//
// The encoding is done here, because OpenSSL draws the salt itself and a seeded run would not repeat.
#pragma once

#include <optional>
#include <string_view>

#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

inline constexpr std::string_view pss_oid = "1.2.840.113549.1.1.10";

/// The AlgorithmIdentifier for a hash by OpenSSL's name ("SHA256"): the same hash for MGF1, a salt as long as the hash.
/// Throws base::Fault for an unknown hash.
base::Bytes pss_identifier(std::string_view digest);
/// The signature value. The salt comes from `randomness` and the data. Throws ForeignData if the key is too short.
base::Bytes pss_signature(const PrivateKey& key, std::string_view digest, base::ByteView data,
                          const base::Randomness& randomness);
/// The same RSA key, marked for RSASSA-PSS only (RFC 4055 1.2), without parameters.
PrivateKey as_pss_key(const PrivateKey& rsa);
/// RACF's word for the parameters of an AlgorithmIdentifier ("sha256RSAPSS"). Returns "UNKNOWN" for another hash or for
/// parameters that cannot be read.
std::string_view pss_racf_name(const std::optional<der::Item>& parameters);

}  // namespace ringside::crypto
