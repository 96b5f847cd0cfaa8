// tests/emulator/crypto/keys/pkcs8_naming_curve_test.cpp - the PKCS#8 of a key as programs get it from a key ring.
#include "emulator/crypto/keys/pkcs8_naming_curve.hpp"

#include <gtest/gtest.h>

#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {
namespace {

PrivateKey key_of(KeyType type, int bits) {
  return generate_key({type, bits}, SeededRandomness("curve", "0"));
}

TEST(Pkcs8NamingCurve, HasTheCurveTwiceForEachEcKeyAndIsReadAsTheSameKey) {
  for (const KeySpec spec :
       {KeySpec{KeyType::nist_ecc, 256}, KeySpec{KeyType::nist_ecc, 521}, KeySpec{KeyType::brainpool_ecc, 256}}) {
    const PrivateKey key = key_of(spec.type, spec.bits);
    const base::Bytes named = pkcs8_naming_curve(key);
    EXPECT_GT(named.size(), key.pkcs8().size() + 8);
    const auto read = PrivateKey::from_pkcs8(named);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->pkcs8(), key.pkcs8());
  }
}

TEST(Pkcs8NamingCurve, OfP256BeginsAsKeysOfZosDo) {
  const base::Bytes named = pkcs8_naming_curve(key_of(KeyType::nist_ecc, 256));
  EXPECT_EQ(base::hex(base::ByteView(named).first(32)),
            "308193020100301306072A8648CE3D020106082A8648CE3D0301070479307702");
}

TEST(Pkcs8NamingCurve, IsTheUsualOneForAnRsaKey) {
  const PrivateKey key = key_of(KeyType::rsa, 1024);
  EXPECT_EQ(pkcs8_naming_curve(key), key.pkcs8());
}

}  // namespace
}  // namespace ringside::crypto
