// tests/connectors/pkcs11/signing_test.cpp - signatures with every mechanism, whole and in parts.
#include "connectors/pkcs11/mechanisms.hpp"
#include "emulator/crypto/digest.hpp"
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::key_in;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;
using test_support::signature_by;
using test_support::verified;

const base::Bytes hello = base::to_bytes("hello");

CK_RSA_PKCS_PSS_PARAMS sha256_pss{CKM_SHA256, CKG_MGF1_SHA256, 32};
const CK_MECHANISM ecdsa{CKM_ECDSA, nullptr, 0}, rsa_sha256{CKM_SHA256_RSA_PKCS, nullptr, 0},
    rsa_pkcs{CKM_RSA_PKCS, nullptr, 0};

TEST(Pkcs11Signing, WorksWithEveryMechanism) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  for (const CK_MECHANISM_TYPE type : mechanism_types()) {
    const Mechanism* const mechanism = find_mechanism(type);
    if (mechanism == nullptr) continue;
    const bool is_rsa = mechanism->key == CKK_RSA;
    const CK_SESSION_HANDLE session = ModuleUnderTest::session_with(is_rsa ? "Rsa" : "Ec");
    CK_RSA_PKCS_PSS_PARAMS parameters = sha256_pss;
    if (mechanism->digest == "SHA1") parameters = {CKM_SHA_1, CKG_MGF1_SHA1, 20};
    if (mechanism->digest == "SHA224") parameters = {CKM_SHA224, CKG_MGF1_SHA224, 28};
    if (mechanism->digest == "SHA384") parameters = {CKM_SHA384, CKG_MGF1_SHA384, 48};
    if (mechanism->digest == "SHA512") parameters = {CKM_SHA512, CKG_MGF1_SHA512, 0};
    const bool is_pss = mechanism->shape == crypto::SignatureShape::rsa_pss;
    const CK_MECHANISM asked{type, is_pss ? &parameters : nullptr, is_pss ? sizeof parameters : 0};
    base::Bytes data = crypto::sha256(hello);
    const base::Bytes signature = signature_by(session, asked, data);
    EXPECT_EQ(signature.size(), is_rsa ? 256u : 64u) << type;
    EXPECT_EQ(verified(session, asked, data, signature), CKR_OK) << type;
    data.back() ^= 1;
    EXPECT_EQ(verified(session, asked, data, signature), CKR_SIGNATURE_INVALID) << type;
  }
}

TEST(Pkcs11Signing, OfPartsIsThatOfTheWhole) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  CK_MECHANISM mechanism = rsa_sha256;
  ASSERT_EQ(cryptoki().C_SignInit(session, &mechanism, key_in(session)), CKR_OK);
  base::Bytes data = hello, signature(256);
  EXPECT_EQ(cryptoki().C_SignUpdate(session, data.data(), 2), CKR_OK);
  EXPECT_EQ(cryptoki().C_SignUpdate(session, data.data() + 2, 3), CKR_OK);
  CK_ULONG length = 255;
  EXPECT_EQ(cryptoki().C_SignFinal(session, signature.data(), &length), CKR_BUFFER_TOO_SMALL);
  EXPECT_EQ(length, 256u);
  EXPECT_EQ(cryptoki().C_SignFinal(session, signature.data(), &length), CKR_OK);
  EXPECT_EQ(signature, signature_by(session, rsa_sha256, hello)) << "PKCS #1 v1.5 draws nothing";
}

TEST(Pkcs11Signing, FollowsTheRulesOfOperations) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  CK_MECHANISM mechanism = ecdsa;
  base::Bytes digest(32), signature(64);
  CK_ULONG length = 0;
  EXPECT_EQ(cryptoki().C_Sign(session, digest.data(), 32, signature.data(), &length), CKR_OPERATION_NOT_INITIALIZED);
  EXPECT_EQ(cryptoki().C_SignInit(session, nullptr, key_in(session)), CKR_ARGUMENTS_BAD);
  ASSERT_EQ(cryptoki().C_SignInit(session, &mechanism, key_in(session)), CKR_OK);
  EXPECT_EQ(cryptoki().C_SignInit(session, &mechanism, key_in(session)), CKR_OPERATION_ACTIVE);
  EXPECT_EQ(cryptoki().C_Sign(session, digest.data(), 32, nullptr, &length), CKR_OK) << "the length alone";
  EXPECT_EQ(length, 64u);
  length = 63;
  EXPECT_EQ(cryptoki().C_Sign(session, digest.data(), 32, signature.data(), &length), CKR_BUFFER_TOO_SMALL);
  EXPECT_EQ(cryptoki().C_Sign(session, digest.data(), 32, signature.data(), &length), CKR_OK);
  EXPECT_EQ(cryptoki().C_Sign(session, digest.data(), 32, signature.data(), &length), CKR_OPERATION_NOT_INITIALIZED);
}

TEST(Pkcs11Signing, RefusesKeysThatDoNotFit) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  CK_MECHANISM fits = ecdsa, rsa = rsa_sha256, none{CKM_AES_CBC, nullptr, 0};
  const auto begin = [&](CK_MECHANISM& mechanism, CK_OBJECT_HANDLE key) {
    return cryptoki().C_SignInit(session, &mechanism, key);
  };
  EXPECT_EQ(begin(rsa, key_in(session)), CKR_KEY_TYPE_INCONSISTENT);
  EXPECT_EQ(begin(none, key_in(session)), CKR_MECHANISM_INVALID);
  EXPECT_EQ(begin(fits, key_in(session, CKO_PUBLIC_KEY)), CKR_KEY_FUNCTION_NOT_PERMITTED);
  EXPECT_EQ(begin(fits, key_in(session, CKO_CERTIFICATE)), CKR_KEY_HANDLE_INVALID);
  EXPECT_EQ(begin(fits, 0), CKR_KEY_HANDLE_INVALID);
}

TEST(Pkcs11Signing, RefusesParametersThatDoNotFit) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  const auto begin = [&](CK_MECHANISM mechanism) {
    return cryptoki().C_SignInit(session, &mechanism, key_in(session));
  };
  EXPECT_EQ(begin({CKM_RSA_PKCS_PSS, nullptr, 0}), CKR_MECHANISM_PARAM_INVALID);
  EXPECT_EQ(begin({CKM_SHA384_RSA_PKCS_PSS, &sha256_pss, sizeof sha256_pss}), CKR_MECHANISM_PARAM_INVALID);
  CK_RSA_PKCS_PSS_PARAMS long_salt{CKM_SHA256, CKG_MGF1_SHA256, 513};
  EXPECT_EQ(begin({CKM_RSA_PKCS_PSS, &long_salt, sizeof long_salt}), CKR_MECHANISM_PARAM_INVALID);
  EXPECT_EQ(begin({CKM_RSA_PKCS, &sha256_pss, sizeof sha256_pss}), CKR_MECHANISM_PARAM_INVALID);
}

TEST(Pkcs11Signing, RefusesDataOfAWrongLength) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  const auto signs = [&](CK_MECHANISM mechanism, std::size_t octets) {
    EXPECT_EQ(cryptoki().C_SignInit(session, &mechanism, key_in(session)), CKR_OK);
    base::Bytes data(octets, 0xFF), signature(256);
    CK_ULONG length = signature.size();
    return cryptoki().C_Sign(session, data.data(), data.size(), signature.data(), &length);
  };
  EXPECT_EQ(signs(rsa_pkcs, 245), CKR_OK);
  EXPECT_EQ(signs(rsa_pkcs, 246), CKR_DATA_LEN_RANGE);
  EXPECT_EQ(signs({CKM_RSA_X_509, nullptr, 0}, 257), CKR_DATA_LEN_RANGE);
  EXPECT_EQ(signs({CKM_RSA_X_509, nullptr, 0}, 256), CKR_DATA_INVALID) << "a number above the modulus";
  EXPECT_EQ(signs({CKM_RSA_PKCS_PSS, &sha256_pss, sizeof sha256_pss}, 31), CKR_DATA_LEN_RANGE);
}

TEST(Pkcs11Signing, OfRawPartsIsLimited) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  CK_MECHANISM mechanism = rsa_pkcs;
  base::Bytes part(200), signature(256);
  CK_ULONG length = signature.size();
  ASSERT_EQ(cryptoki().C_SignInit(session, &mechanism, key_in(session)), CKR_OK);
  EXPECT_EQ(cryptoki().C_SignUpdate(session, part.data(), 200), CKR_OK);
  EXPECT_EQ(cryptoki().C_SignUpdate(session, part.data(), 200), CKR_DATA_LEN_RANGE);
  EXPECT_EQ(cryptoki().C_SignFinal(session, signature.data(), &length), CKR_OPERATION_NOT_INITIALIZED);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
