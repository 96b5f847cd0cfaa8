// emulator/crypto/random.cpp - byte streams from the operating system, and from a seed by HKDF and ChaCha20.
#include "emulator/crypto/random.hpp"

#include <openssl/rand.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using Block = Sha256;
using OwnedCipher = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

class SystemStream final : public base::ByteStream {
 public:
  void fill(std::span<std::uint8_t> out) override {
    require(RAND_priv_bytes(out.data(), static_cast<int>(out.size())) == 1, "RAND_priv_bytes");
  }
};

class ChaChaStream final : public base::ByteStream {
 public:
  explicit ChaChaStream(const Block& key) : cipher_(require(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new")) {
    constexpr std::array<std::uint8_t, 16> counter_and_nonce{};
    require(EVP_EncryptInit_ex(cipher_.get(), EVP_chacha20(), nullptr, key.data(), counter_and_nonce.data()) == 1,
            "ChaCha20");
  }

  void fill(std::span<std::uint8_t> out) override {
    std::fill(out.begin(), out.end(), std::uint8_t{0});
    int written = 0;
    require(EVP_EncryptUpdate(cipher_.get(), out.data(), &written, out.data(), static_cast<int>(out.size())) == 1,
            "ChaCha20");
  }

 private:
  OwnedCipher cipher_;
};

// The two steps of HKDF (RFC 5869) with an empty salt and one block of output. EVP_KDF is not used because it refuses
// an empty secret, and a seed may be empty.
Block hkdf_extract(base::ByteView secret) {
  constexpr Block no_salt{};
  return hmac_sha256(no_salt, secret);
}

Block hkdf_expand(const Block& extracted, base::Bytes info) {
  info.push_back(1);
  return hmac_sha256(extracted, info);
}

/// HKDF-Extract of a seed. The last result is kept, because all operations of a lab have the same seed.
Block extracted_of(const std::string& seed) {
  thread_local std::pair<std::string, Block> last{"", hkdf_extract({})};
  if (last.first != seed) last = {seed, hkdf_extract(base::to_bytes(seed))};
  return last.second;
}

}  // namespace

std::unique_ptr<base::ByteStream> SystemRandomness::stream(std::string_view) const {
  return std::make_unique<SystemStream>();
}

SeededRandomness::SeededRandomness(std::string seed, std::string context)
    : seed_(std::move(seed)), context_(std::move(context)) {}

std::unique_ptr<base::ByteStream> SeededRandomness::stream(std::string_view purpose) const {
  std::string info = context_;
  info += '\0';
  info += purpose;
  return std::make_unique<ChaChaStream>(hkdf_expand(extracted_of(seed_), base::to_bytes(info)));
}

base::Bytes random_octets(const base::Randomness& randomness, std::string_view purpose, std::size_t count) {
  base::Bytes octets(count);
  randomness.stream(purpose)->fill(octets);
  return octets;
}

}  // namespace ringside::crypto
