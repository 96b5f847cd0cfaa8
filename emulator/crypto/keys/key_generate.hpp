// emulator/crypto/keys/key_generate.hpp - new RSA, ECC and DSA keys.
#pragma once

#include "base/random.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Whether generate_key supports this type and size (Command Language Reference, RACDCERT GENCERT, SIZE: RSA 512 to
/// 4096, NIST 192 224 256 384 521, Brainpool 160 192 224 256 320 384 512). DSA has 1024 and 2048 bits, the sizes of
/// FIPS 186-4 that this program has domain parameters for.
[[nodiscard]] bool can_generate(KeySpec spec);

/// Who makes RSA keys.
enum class KeyMaker {
  search,    ///< this program's prime search, in vector lanes where the processor has them
  portable,  ///< this program's prime search without vector lanes: the same keys
  openssl,   ///< OpenSSL with its own random numbers: constant-time, slow, never repeatable
};

/// Whether the two primes of an RSA key may be searched on two threads. Two threads give one key sooner; one thread
/// gives many keys sooner.
enum class Threads { one, two };

/// Makes a new key: RSA by the prime search of prime.hpp (e = 65537), ECC by a scalar drawn as in FIPS 186-5 A.2.1, DSA
/// by such a scalar in domain parameters of its own. No step uses OpenSSL's generators, so a seed gives the same key
/// under every OpenSSL release. The keys are test keys: the search is not constant-time. Throws base::Fault if
/// can_generate is false.
[[nodiscard]] PrivateKey generate_key(KeySpec spec, const base::Randomness& randomness, Threads threads = Threads::two,
                                      KeyMaker maker = KeyMaker::search);

}  // namespace ringside::crypto
