// tests/emulator/crypto/keys/key_test.cpp - keys that OpenSSL finds sound, in the DER that OpenSSL writes, with
// signatures it accepts.
#include "emulator/crypto/keys/key.hpp"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "base/fault.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using test::test_key;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

const std::vector<KeySpec> generated_specs = {
    {KeyType::rsa, 512},           {KeyType::rsa, 777},           {KeyType::rsa, 1024},
    {KeyType::rsa, 2048},          {KeyType::dsa, 1024},          {KeyType::dsa, 2048},
    {KeyType::nist_ecc, 192},      {KeyType::nist_ecc, 224},      {KeyType::nist_ecc, 256},
    {KeyType::nist_ecc, 384},      {KeyType::nist_ecc, 521},      {KeyType::brainpool_ecc, 160},
    {KeyType::brainpool_ecc, 192}, {KeyType::brainpool_ecc, 224}, {KeyType::brainpool_ecc, 256},
    {KeyType::brainpool_ecc, 320}, {KeyType::brainpool_ecc, 384}, {KeyType::brainpool_ecc, 512}};

std::string spec_name(const ::testing::TestParamInfo<KeySpec>& test) {
  constexpr const char* names[] = {"Rsa", "Dsa", "Nist", "Brainpool", "Other"};
  return names[static_cast<int>(test.param.type)] + std::to_string(test.param.bits);
}

base::Bytes encoded(int (*encode)(const EVP_PKEY*, unsigned char**), const EVP_PKEY* key) {
  unsigned char* der = nullptr;
  const int length = encode(key, &der);
  base::Bytes bytes(der, der + std::max(length, 0));
  OPENSSL_free(der);
  return bytes;
}

base::Bytes openssl_pkcs8(const EVP_PKEY* key) {
  PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(key);
  unsigned char* der = nullptr;
  const int length = i2d_PKCS8_PRIV_KEY_INFO(info, &der);
  base::Bytes bytes(der, der + std::max(length, 0));
  OPENSSL_free(der);
  PKCS8_PRIV_KEY_INFO_free(info);
  return bytes;
}

bool openssl_verifies(const PublicKey& key, const char* digest, const base::Bytes& data, const base::Bytes& signature) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const bool good = EVP_DigestVerifyInit_ex(context, nullptr, digest, nullptr, nullptr, key.handle(), nullptr) == 1 &&
                    EVP_DigestVerify(context, signature.data(), signature.size(), data.data(), data.size()) == 1;
  EVP_MD_CTX_free(context);
  return good;
}

class GeneratedKey : public ::testing::TestWithParam<KeySpec> {};
INSTANTIATE_TEST_SUITE_P(Specs, GeneratedKey, ::testing::ValuesIn(generated_specs), spec_name);

TEST_P(GeneratedKey, IsSoundForOpenssl) {
  const PrivateKey& key = test_key("key", GetParam());
  const KeyContext context(EVP_PKEY_CTX_new(key.handle(), nullptr), &EVP_PKEY_CTX_free);
  EXPECT_EQ(EVP_PKEY_pairwise_check(context.get()), 1);
  // OpenSSL's full check of an RSA key refuses sizes below 512 and odd ones; those have the pairwise check alone.
  if (GetParam().type != KeyType::rsa || GetParam().bits % 2 == 0) {
    EXPECT_EQ(EVP_PKEY_check(context.get()), 1);
  }
  EXPECT_EQ(key.spec(), GetParam());
}

TEST_P(GeneratedKey, IsWrittenAsOpensslWritesIt) {
  const PrivateKey& key = test_key("key", GetParam());
  EXPECT_EQ(base::hex(key.public_key().spki()), base::hex(encoded(i2d_PUBKEY, key.handle())));
  EXPECT_EQ(base::hex(key.pkcs8()), base::hex(openssl_pkcs8(key.handle())));
}

TEST_P(GeneratedKey, ComesBackFromItsDer) {
  const PrivateKey& key = test_key("key", GetParam());
  const auto again = PrivateKey::from_pkcs8(key.pkcs8());
  ASSERT_TRUE(again) << again.error().detail;
  EXPECT_EQ(again->pkcs8(), key.pkcs8());
  const auto half = PublicKey::from_spki(key.public_key().spki());
  ASSERT_TRUE(half) << half.error().detail;
  EXPECT_TRUE(again->matches(*half));
  EXPECT_EQ(half->fingerprint(), key.public_key().fingerprint());
}

TEST_P(GeneratedKey, SignsWithTheHashThatRacfPicks) {
  const auto [type, bits] = GetParam();
  const char* digest = "SHA256";
  if ((type == KeyType::rsa || type == KeyType::dsa) && bits < 2048) digest = "SHA1";
  if (type != KeyType::rsa && bits == 384) digest = "SHA384";
  if (type != KeyType::rsa && type != KeyType::dsa && bits > 500) digest = "SHA512";
  const PrivateKey& key = test_key("key", GetParam());
  const base::Bytes data = base::to_bytes("to be signed");
  const base::Bytes signature = test::racf_sign(key, data, SeededRandomness("s", "c"));
  EXPECT_TRUE(openssl_verifies(key.public_key(), digest, data, signature));
  EXPECT_FALSE(openssl_verifies(key.public_key(), digest, base::to_bytes("to be Signed"), signature));
  EXPECT_EQ(signature, test::racf_sign(key, data, SeededRandomness("s", "c"))) << "a seeded run must sign the same";
}

TEST(Key, HasTheIdentifierOfRfc5280Method1) {
  test::Folder folder;
  const PublicKey key = test_key("key", {KeyType::rsa, 1024}).public_key();
  folder.write("spki.der", key.spki());
  // openssl asn1parse -strparse cuts the BIT STRING's content out, without its first octet.
  const auto cut = folder.run(
      "openssl asn1parse -inform DER -in spki.der -strparse 18 -noout -out bits.der && openssl sha1 -r bits.der");
  ASSERT_EQ(cut.status, 0) << cut.output;
  base::Bytes expected;
  ASSERT_TRUE(base::from_hex(cut.output.substr(0, 40), expected)) << cut.output;
  EXPECT_EQ(key.key_identifier(), expected);
}

TEST(Key, DoesNotMatchAnother) {
  EXPECT_FALSE(test_key("one").matches(test_key("two").public_key()));
  EXPECT_FALSE(test_key("one").matches(test_key("one", {KeyType::rsa, 1024}).public_key()));
}

TEST(Key, NoncesDifferWithTheDataAndWithoutASeedEachTime) {
  const auto r_of = [](const base::Bytes& signature) { return base::Bytes(signature.begin(), signature.begin() + 20); };
  const PrivateKey& key = test_key("key");
  const SeededRandomness seeded("s", "c");
  EXPECT_NE(r_of(test::racf_sign(key, base::to_bytes("one"), seeded)),
            r_of(test::racf_sign(key, base::to_bytes("two"), seeded)));
  const SystemRandomness system;
  EXPECT_NE(test::racf_sign(key, base::to_bytes("one"), system), test::racf_sign(key, base::to_bytes("one"), system));
}

TEST(Key, GeneratesWhatRacfGenerates) {
  for (const KeySpec& spec : generated_specs) EXPECT_TRUE(can_generate(spec));
  EXPECT_TRUE(can_generate({KeyType::rsa, 4096}));
  for (const KeySpec spec : {KeySpec{KeyType::rsa, 511},
                             {KeyType::rsa, 4097},
                             {KeyType::nist_ecc, 255},
                             {KeyType::dsa, 512},
                             {KeyType::dsa, 3072},
                             {KeyType::brainpool_ecc, 521},
                             {KeyType::other, 256},
                             {KeyType::rsa, -1}}) {
    EXPECT_FALSE(can_generate(spec));
    EXPECT_THROW((void)generate_key(spec, SystemRandomness()), base::Fault);
  }
}

TEST(Key, ADsaDomainIsOneOfFips1864) {
  for (const auto& [bits, order_bits] : {std::pair{1024, 160}, {2048, 256}}) {
    const PrivateKey& key = test_key("key", {KeyType::dsa, bits});
    const KeyContext context(EVP_PKEY_CTX_new(key.handle(), nullptr), &EVP_PKEY_CTX_free);
    EXPECT_EQ(EVP_PKEY_param_check(context.get()), 1);
    BIGNUM* order = nullptr;
    ASSERT_EQ(EVP_PKEY_get_bn_param(key.handle(), "q", &order), 1);
    EXPECT_EQ(BN_num_bits(order), order_bits);
    EXPECT_EQ(BN_check_prime(order, nullptr, nullptr), 1);
    BN_free(order);
  }
}

TEST(Key, OnlyRsaSignsAsPss) {
  for (const KeySpec spec : {KeySpec{KeyType::dsa, 1024}, {KeyType::nist_ecc, 256}})
    EXPECT_THROW(
        (void)test::racf_sign(test_key("key", spec), base::to_bytes("x"), SystemRandomness(), SignatureForm::rsa_pss),
        base::Fault);
}

TEST(Key, SignsWithAForeignDsaKey) {
  test::Folder folder;
  folder.must_run(
      "openssl dsaparam -genkey -out key.pem 1024 && openssl pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out "
      "key.der");
  const auto key = PrivateKey::from_pkcs8(folder.read("key.der"));
  ASSERT_TRUE(key) << key.error().detail;
  EXPECT_EQ(key->spec().type, KeyType::dsa);
  EXPECT_EQ(key->pkcs8(), folder.read("key.der"));
  const base::Bytes data = base::to_bytes("to be signed");
  EXPECT_TRUE(openssl_verifies(key->public_key(), "SHA1", data, test::racf_sign(*key, data, SystemRandomness())));
}

TEST(Key, RefusesPrivateKeysThatRacfDoesNotHave) {
  test::Folder folder;
  folder.must_run(
      "openssl genpkey -algorithm ED25519 | openssl pkcs8 -topk8 -nocrypt -outform DER -out ed.der && "
      "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp256k1 | "
      "openssl pkcs8 -topk8 -nocrypt -outform DER -out k1.der");
  for (const char* file : {"ed.der", "k1.der"}) {
    const auto key = PrivateKey::from_pkcs8(folder.read(file));
    ASSERT_FALSE(key) << file;
    EXPECT_EQ(key.error().kind, ProblemKind::unsupported) << file;
  }
}

TEST(Key, RefusesDamagedDer) {
  base::Bytes pkcs8 = test_key("key").pkcs8();
  base::Bytes spki = test_key("key").public_key().spki();
  for (std::size_t length = 0; length < pkcs8.size(); ++length) {
    EXPECT_FALSE(PrivateKey::from_pkcs8(base::ByteView(pkcs8).first(length))) << length;
  }
  for (std::size_t length = 0; length < spki.size(); ++length) {
    EXPECT_FALSE(PublicKey::from_spki(base::ByteView(spki).first(length))) << length;
  }
  pkcs8.push_back(0);
  spki.push_back(0);
  EXPECT_FALSE(PrivateKey::from_pkcs8(pkcs8));
  EXPECT_FALSE(PublicKey::from_spki(spki));
}

TEST(Key, RefusesPrivateKeysThatWouldSignForHours) {
  const test::Folder folder;
  folder.must_run("openssl genrsa 5120 | openssl pkcs8 -topk8 -nocrypt -outform DER -out key.der");
  const auto key = PrivateKey::from_pkcs8(folder.read("key.der"));
  ASSERT_FALSE(key);
  EXPECT_EQ(key.error().kind, ProblemKind::unsupported);
}

TEST_P(GeneratedKey, IsSoundUntilANumberChanges) {
  EXPECT_TRUE(test_key("key", GetParam()).is_sound());
  base::Bytes der = test_key("key", GetParam()).pkcs8();
  // The last octet of an EC key belongs to the point; one in the middle of an RSA key to d or p, of a DSA key to q.
  const bool has_point = GetParam().type == KeyType::nist_ecc || GetParam().type == KeyType::brainpool_ecc;
  der[has_point ? der.size() - 1 : der.size() / 2] ^= 4;
  const auto damaged = PrivateKey::from_pkcs8(der);
  EXPECT_FALSE(damaged && damaged->is_sound());
}

TEST(Key, IsTheSameFromEveryThread) {
  std::vector<std::thread> threads;
  std::vector<base::Bytes> keys(4);
  for (base::Bytes& key : keys) {
    threads.emplace_back([&key] { key = generate_key({KeyType::rsa, 1024}, SeededRandomness("t", "t")).pkcs8(); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(keys, ::testing::Each(keys.front()));
  EXPECT_FALSE(keys.front().empty());
}

}  // namespace
}  // namespace ringside::crypto
