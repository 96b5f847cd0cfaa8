// emulator/crypto/keys/raw_key.cpp - EdDSA and X25519/X448 keys.
#include "emulator/crypto/keys/raw_key.hpp"

#include <array>

#include "base/text.hpp"
#include "emulator/crypto/keys/key_der.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {

std::optional<PrivateKey> generate_raw_key(const std::string& kind, const base::Randomness& randomness) {
  struct Raw {
    std::string_view name, oid;
    int type;
    std::size_t length;
  };
  constexpr std::array kinds = {
      Raw{"ED25519", "1.3.101.112", EVP_PKEY_ED25519, 32}, Raw{"ED448", "1.3.101.113", EVP_PKEY_ED448, 57},
      Raw{"X25519", "1.3.101.110", EVP_PKEY_X25519, 32}, Raw{"X448", "1.3.101.111", EVP_PKEY_X448, 56}};
  for (const Raw& raw : kinds) {
    if (raw.name != base::upper(kind)) continue;
    base::Bytes octets = random_octets(randomness, "raw-key", raw.length), public_octets(raw.length);
    const Owned<EVP_PKEY, EVP_PKEY_free> key(
        require(EVP_PKEY_new_raw_private_key(raw.type, nullptr, octets.data(), octets.size()), "raw private key"));
    std::size_t length = public_octets.size();
    require(EVP_PKEY_get_raw_public_key(key.get(), public_octets.data(), &length) == 1, "raw public key");
    base::Bytes pkcs8 = raw_pkcs8(raw.oid, octets);
    OPENSSL_cleanse(octets.data(), octets.size());
    return PrivateKey(std::move(pkcs8),
                      PublicKey(raw_spki(raw.oid, public_octets), {KeyType::other, EVP_PKEY_get_bits(key.get())}));
  }
  return std::nullopt;
}

}  // namespace ringside::crypto
