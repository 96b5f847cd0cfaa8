// emulator/crypto/random.hpp - the two sources of randomness: the operating system, and a seed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/random.hpp"

namespace ringside::crypto {

/// New random octets from the operating system through OpenSSL. No two streams are equal.
class SystemRandomness final : public base::Randomness {
 public:
  std::unique_ptr<base::ByteStream> stream(std::string_view purpose) const override;
};

/// Octets derived from a seed. They are the same on every run, machine and OpenSSL release:
/// HKDF-SHA-256(secret = seed, info = context '\0' purpose) gives the key of a ChaCha20 key stream (zero nonce).
/// `context` names the operation, for instance "SYS1/17". key-derivation.md specifies it,
/// because all keys depend on it.
class SeededRandomness final : public base::Randomness {
 public:
  SeededRandomness(std::string seed, std::string context);
  std::unique_ptr<base::ByteStream> stream(std::string_view purpose) const override;
  [[nodiscard]] bool repeats() const override { return true; }

 private:
  std::string seed_;
  std::string context_;
};

/// Returns the first `count` octets of the stream of a purpose.
base::Bytes random_octets(const base::Randomness& randomness, std::string_view purpose, std::size_t count);

}  // namespace ringside::crypto
