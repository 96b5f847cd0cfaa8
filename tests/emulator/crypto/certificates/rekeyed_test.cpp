// tests/emulator/crypto/certificates/rekeyed_test.cpp - a certificate with another key is the same in all else.
#include "emulator/crypto/certificates/rekeyed.hpp"

#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using test::Folder;

TEST(Rekeyed, KeepsAllButKeySignatureAndKeyIdentifiers) {
  const Folder folder;
  folder.must_run(
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -days 10 -outform DER -out "
      "c.der "
      "-subj '/O=Site/CN=www' -addext subjectAltName=DNS:www.example.com -addext extendedKeyUsage=serverAuth");
  const auto before = Certificate::from_der(folder.read("c.der")).value();
  const SeededRandomness randomness("test", "rekeyed");
  const PrivateKey key = generate_key({KeyType::nist_ecc, 384}, randomness);
  const PrivateKey signer = generate_key({KeyType::nist_ecc, 256}, SeededRandomness("test", "signer"));
  const auto after = Certificate::from_der(
      rekeyed(before, key.public_key(), signer, *signature_algorithm_for(signer.spec()), randomness));
  ASSERT_TRUE(after);
  EXPECT_EQ(after->serial(), before.serial());
  EXPECT_EQ(after->subject(), before.subject());
  EXPECT_EQ(after->issuer(), before.issuer());
  EXPECT_EQ(after->not_after(), before.not_after());
  EXPECT_EQ(after->extensions().subject_alt_names_der, before.extensions().subject_alt_names_der);
  EXPECT_EQ(after->extensions().extended_key_usage, before.extensions().extended_key_usage);
  EXPECT_EQ(after->extensions().subject_key_id, key.public_key().key_identifier());
  EXPECT_EQ(after->extensions().authority_key_id, signer.public_key().key_identifier());
  EXPECT_TRUE(key.matches(after->public_key()));
  EXPECT_TRUE(after->is_signed_by(signer.public_key()));
  EXPECT_FALSE(after->is_signed_by(before.public_key()));
}

TEST(Rekeyed, TakesACertificateWithoutExtensions) {
  const Folder folder;
  folder.must_run(
      "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -subj /CN=v1 -out r.pem");
  folder.must_run("openssl x509 -req -in r.pem -signkey k.pem -days 10 -outform DER -out c.der");
  const auto before = Certificate::from_der(folder.read("c.der")).value();
  const SeededRandomness randomness("test", "rekeyed");
  const PrivateKey key = generate_key({KeyType::nist_ecc, 256}, randomness);
  const auto after =
      Certificate::from_der(rekeyed(before, key.public_key(), key, *signature_algorithm_for(key.spec()), randomness));
  ASSERT_TRUE(after);
  EXPECT_TRUE(after->is_self_signed());
}

}  // namespace
}  // namespace ringside::crypto
