// tests/emulator/crypto/keys/key_golden_test.cpp - keys of fixed seeds. If one of these fails, a seeded replay of
// yesterday is lost.
//
// RSA and DSA: SHA-256 of the PKCS#8, computed by a separate implementation of key-derivation.md in plain Python
// integers. EC: the scalar, from the same program; that the point belongs to it is checked with OpenSSL in
// key_test.cpp.
#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>

#include "emulator/crypto/containers/pkcs12_export.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/keys/raw_key.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

const SeededRandomness randomness("ringside golden", "SYS1/1");

std::string digest(const base::Bytes& data) {
  base::Bytes value(32);
  EVP_Digest(data.data(), data.size(), value.data(), nullptr, EVP_sha256(), nullptr);
  return base::hex(value);
}

struct RsaGolden {
  int bits;
  const char* pkcs8_sha256;
};
class RsaKeyGolden : public ::testing::TestWithParam<RsaGolden> {};

TEST_P(RsaKeyGolden, StaysTheSameForEver) {
  const PrivateKey key = generate_key({KeyType::rsa, GetParam().bits}, randomness);
  EXPECT_EQ(digest(key.pkcs8()), GetParam().pkcs8_sha256);
}

INSTANTIATE_TEST_SUITE_P(
    Sizes, RsaKeyGolden,
    ::testing::Values(RsaGolden{512, "CAA9F88E327875F2EF2DC91876713BB5D98011185C6D97FDB5ABD05919C3F062"},
                      RsaGolden{513, "929347410799B53D351211BD9A29F5326934ED2BBB6BC35F67866D999ABF2764"},
                      RsaGolden{1024, "797EA9A5371FD51C8098626995B9A1C4051F56183F0E0EAF64C0A91C5C802EFD"},
                      RsaGolden{2048, "A56B135ABED276798AA2D985E59D3F30DF935FF924C5FE2D2E82815975FC6C5B"},
                      RsaGolden{3072, "BFFDA269D03179E2A4D8731F0F050D54FBAF58ADF0F14F44E8E67835D8F8912F"},
                      RsaGolden{4096, "52241E5D7A9DECEB9D8334AF8AE2D7604820DF2B98895C737E0A2621E95DC728"}),
    [](const auto& test) { return "Rsa" + std::to_string(test.param.bits); });

struct EcGolden {
  KeySpec spec;
  const char* scalar;
};
class EcKeyGolden : public ::testing::TestWithParam<EcGolden> {};

TEST_P(EcKeyGolden, StaysTheSameForEver) {
  const PrivateKey key = generate_key(GetParam().spec, randomness);
  BIGNUM* scalar = nullptr;
  ASSERT_EQ(EVP_PKEY_get_bn_param(key.handle(), OSSL_PKEY_PARAM_PRIV_KEY, &scalar), 1);
  base::Bytes octets(static_cast<std::size_t>((GetParam().spec.bits + 7) / 8));
  BN_bn2binpad(scalar, octets.data(), static_cast<int>(octets.size()));
  BN_free(scalar);
  EXPECT_EQ(base::hex(octets), GetParam().scalar);
}

INSTANTIATE_TEST_SUITE_P(
    Curves, EcKeyGolden,
    ::testing::Values(
        EcGolden{{KeyType::nist_ecc, 192}, "14BC33B9A6200E1AA759018AD345FC4146FDFE1192A360B1"},
        EcGolden{{KeyType::nist_ecc, 256}, "331B28C4256B2BE219971BC579B0FB00D4658636562B518AD9D46274B7DEDA34"},
        EcGolden{{KeyType::nist_ecc, 521},
                 "00BC33B98A151C30072A9D3A396D4ADF505F5531D9C10AC03C7F5772C880EAFE631BEA339AEB78E5E345C39FFD77190C65DA7"
                 "022E132E202BD94"
                 "22E29D19C1673089"},
        EcGolden{{KeyType::brainpool_ecc, 256}, "8988EBB1E620E4D29D3F449E6AB8525C0FF8A9378C07735B5113467E8DB9CEA4"}),
    [](const auto& test) {
      return (test.param.spec.type == KeyType::nist_ecc ? "Nist" : "Brainpool") + std::to_string(test.param.spec.bits);
    });

struct DsaGolden {
  int bits;
  const char* pkcs8_sha256;
  const char* signature;
};
class DsaKeyGolden : public ::testing::TestWithParam<DsaGolden> {};

TEST_P(DsaKeyGolden, StaysTheSameForEver) {
  const PrivateKey key = generate_key({KeyType::dsa, GetParam().bits}, randomness);
  EXPECT_EQ(digest(key.pkcs8()), GetParam().pkcs8_sha256);
  EXPECT_EQ(base::hex(test::racf_sign(key, base::to_bytes("to be signed"), randomness)), GetParam().signature);
}

INSTANTIATE_TEST_SUITE_P(
    Sizes, DsaKeyGolden,
    ::testing::Values(
        DsaGolden{1024, "7C2D4C6123B7DF0D4AE7DA9F3FDDBE9294F89839A7A8AFFB9D1547AD6A1CC13B",
                  "302D021500847EEE4707E1EB7E450BC29025F89CE112408355021460D7A42537C5DAB88E5B8ECD71BEBFC8997A0"
                  "E74"},
        DsaGolden{2048, "AA5549309B2FF231F604F8CB5D0130BF1646728AA667D29EE28148FBDFC780D7",
                  "30440220351BD56EEA0B7109C21E306C56DE46E3D99A13122BC6A32C55ABD08CE42DF4A8022008E3B9433D76DE1"
                  "634ACC62DC5F25A9382C632DE11501BC3BA2F4A3EC3D427D7"}),
    [](const auto& test) { return "Dsa" + std::to_string(test.param.bits); });

// The Python program encodes and raises to the private exponent by itself.
TEST(SignatureGolden, OfRsassaPssStaysTheSameForEver) {
  for (const auto& [bits, expected] :
       {std::pair{1024, "BBB20090F29FB20D271FC34ABD6FEA5FFBCEE3EA6D2A84DCBB2EE1CC36F72305"},
        {2048, "CEA489296CFC99853FAC3F3F6C1A14A42B040A751A8CFD911DA79BD52D8BF406"}}) {
    const PrivateKey key = generate_key({KeyType::rsa, bits}, randomness);
    const base::Bytes signature =
        test::racf_sign(key, base::to_bytes("to be signed"), randomness, SignatureForm::rsa_pss);
    EXPECT_EQ(digest(signature), expected) << bits;
  }
}

// r and s from the same Python program, with points added by the school formulas.
TEST(SignatureGolden, OfEcdsaStaysTheSameForEver) {
  const PrivateKey key = generate_key({KeyType::nist_ecc, 256}, randomness);
  EXPECT_EQ(
      base::hex(test::racf_sign(key, base::to_bytes("to be signed"), randomness)),
      "3045022100DE6F0E0023AD1D6502ED9A693CFB27D80E18DCB1A5DD1B786A9BBEDDE08CE9980220253B684F3F9A1CC98566A84033747B20"
      "ABE821FC2A45C4F7786D79E87C5B5BC9");
}

// These two pin what this program wrote when openssl had accepted it; nothing else computes them.
TEST(FileGolden, OfACertificateAndAPkcs12StayTheSame) {
  const test::Subject ca{test::name_of("golden"), generate_key({KeyType::nist_ecc, 256}, randomness)};
  const Certificate root = test::make_root(ca);
  EXPECT_EQ(base::hex(root.sha256()), "51274505193072DE2D12C7244FC77E4C7923E41F00DB706365C45D94DDFD67B5");
  for (const auto& [encryption, expected] :
       {std::pair{Pkcs12Encryption::triple_des, "F9E4CC5E70C07F27C59961974FB3521436EAE8199BF32F2F6135713E4EBF4143"},
        {Pkcs12Encryption::aes_256, "C6C5D93E77C381ACCCD3BAA1B7D68F65A1F990AC5B9BDE090923175BFF2A581C"}}) {
    EXPECT_EQ(digest(pkcs12({root}, ca.key, base::Secret("secret"), "golden", encryption, randomness)), expected);
  }
}

// From the openssl command (enc -chacha20, pkey) and Python's hmac.
TEST(RawKeyGolden, StaysTheSameForEver) {
  const auto edwards = generate_raw_key("ED25519", randomness);
  ASSERT_TRUE(edwards);
  EXPECT_EQ(digest(edwards->pkcs8()), "C3F69ACB9C9174E74B35A2DDC444A6C37449CA3FE6ECA15919EC3C158FBEA07F");
  EXPECT_EQ(digest(edwards->public_key().spki()), "81D6C978C35E3E9D4FB5B8BC188EFF5A5B91805A9EADA377E70A9E606AEA6EA8");
  const auto goldilocks = generate_raw_key("ED448", randomness);
  ASSERT_TRUE(goldilocks);
  EXPECT_EQ(digest(goldilocks->pkcs8()), "FA1DF0757DAE79A89C5CB8711601356DBCA0E2C851681AFBEC79E4A2829E7383");
  EXPECT_EQ(digest(goldilocks->public_key().spki()),
            "93EF983D2D59D5533E1AC71351C54FA22FD8069FA5A4AF59B0CED66AB13511AC");
}

}  // namespace
}  // namespace ringside::crypto
