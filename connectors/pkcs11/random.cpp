// connectors/pkcs11/random.cpp - the functions of Cryptoki on random numbers.
#include "emulator/crypto/random.hpp"

#include "connectors/pkcs11/module.hpp"

namespace ringside::connectors::pkcs11 {

extern "C" {

CK_RV C_SeedRandom(CK_SESSION_HANDLE handle, unsigned char*, CK_ULONG) {
  return in_session(handle, [](Module&, Session&, Lock&) -> CK_RV { return CKR_RANDOM_SEED_NOT_SUPPORTED; });
}

CK_RV C_GenerateRandom(CK_SESSION_HANDLE handle, unsigned char* octets, CK_ULONG count) {
  return in_session(handle, [&](Module&, Session&, Lock&) -> CK_RV {
    if (octets == nullptr) return CKR_ARGUMENTS_BAD;
    crypto::SystemRandomness().stream("pkcs11")->fill({octets, count});
    return CKR_OK;
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
