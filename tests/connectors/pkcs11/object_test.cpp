// tests/connectors/pkcs11/object_test.cpp - which objects a ring has, and what they say.
#include "connectors/pkcs11/object.hpp"

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/der/der.hpp"
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::key_in;
using test_support::labels_of;
using test_support::ModuleUnderTest;
using test_support::of_class;
using test_support::RingsOnDisk;
using test_support::value_of;
using Labels = std::vector<std::string>;

TEST(Pkcs11Object, OfTheDefaultCertificateComesFirst) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  EXPECT_EQ(labels_of(session, CKO_CERTIFICATE), (Labels{"Ec", "CA"})) << "the CA was connected first";
  EXPECT_EQ(labels_of(session, CKO_PUBLIC_KEY), Labels{"Ec"});
  EXPECT_EQ(labels_of(session, CKO_PRIVATE_KEY), Labels{"Ec"});
}

TEST(Pkcs11Object, OfOneCertificateHaveOneId) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  const CK_OBJECT_HANDLE object = of_class(session, CKO_CERTIFICATE).front();
  const auto certificate = crypto::Certificate::from_der(value_of(session, object, CKA_VALUE));
  ASSERT_TRUE(certificate);
  const base::Bytes id = certificate->public_key().key_identifier();
  EXPECT_EQ(value_of(session, object, CKA_ID), id);
  EXPECT_EQ(value_of(session, key_in(session), CKA_ID), id);
  EXPECT_EQ(value_of(session, key_in(session, CKO_PUBLIC_KEY), CKA_ID), id);
}

TEST(Pkcs11Object, HasTheNumbersOfAPublicKey) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  EXPECT_EQ(value_of(session, key_in(session), CKA_MODULUS).size(), 256u);
  EXPECT_EQ(base::hex(value_of(session, key_in(session), CKA_PUBLIC_EXPONENT)), "010001");
  session = ModuleUnderTest::session_with("Ec");
  EXPECT_EQ(value_of(session, key_in(session), CKA_EC_PARAMS), crypto::der::oid("1.2.840.10045.3.1.7"));
  const base::Bytes point = value_of(session, key_in(session, CKO_PUBLIC_KEY), CKA_EC_POINT);
  EXPECT_EQ(base::hex(base::ByteView(point).first(3)), "044104") << "an OCTET STRING around an uncompressed point";
}

TEST(Pkcs11Object, MarksAuthorities) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  const auto certificates = of_class(session, CKO_CERTIFICATE);
  ASSERT_EQ(certificates.size(), 2u);
  EXPECT_EQ(value_of(session, certificates[0], CKA_TRUSTED), base::Bytes{CK_FALSE});
  EXPECT_EQ(value_of(session, certificates[1], CKA_TRUSTED), base::Bytes{CK_TRUE});
  EXPECT_EQ(value_of(session, certificates[0], CKA_CERTIFICATE_CATEGORY).front(), 1);
  EXPECT_EQ(value_of(session, certificates[1], CKA_CERTIFICATE_CATEGORY).front(), 2);
  const auto ca = crypto::Certificate::from_der(value_of(session, certificates[1], CKA_VALUE));
  ASSERT_TRUE(ca);
  EXPECT_EQ(value_of(session, certificates[1], CKA_SUBJECT), value_of(session, certificates[0], CKA_ISSUER));
  EXPECT_EQ(value_of(session, certificates[1], CKA_SERIAL_NUMBER), (base::Bytes{2, 1, 0}));
}

TEST(Pkcs11Object, NeverHasTheNumbersOfAPrivateKey) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  for (const char* ring : {"Rsa", "Ec"}) {
    const CK_SESSION_HANDLE session = ModuleUnderTest::session_with(ring);
    for (const CK_ATTRIBUTE_TYPE type :
         {CKA_VALUE, CKA_PRIVATE_EXPONENT, CKA_PRIME_1, CKA_PRIME_2, CKA_EXPONENT_1, CKA_EXPONENT_2, CKA_COEFFICIENT}) {
      base::Bytes room(4096);
      CK_ATTRIBUTE asked{type, room.data(), room.size()};
      EXPECT_EQ(cryptoki().C_GetAttributeValue(session, key_in(session), &asked, 1), CKR_ATTRIBUTE_SENSITIVE);
      EXPECT_EQ(asked.ulValueLen, CK_UNAVAILABLE_INFORMATION);
      EXPECT_EQ(room, base::Bytes(4096));
    }
    EXPECT_EQ(value_of(session, key_in(session), CKA_SENSITIVE), base::Bytes{CK_TRUE});
    EXPECT_EQ(value_of(session, key_in(session), CKA_EXTRACTABLE), base::Bytes{CK_FALSE});
  }
}

TEST(Pkcs11Object, IsNotThereForKeysThatAreNeitherRsaNorEcc) {
  RingsOnDisk lab;
  lab.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('dsa')) WITHLABEL('Dsa') DSA SIZE(1024)");
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('Dsa') RING(Ec))");
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  EXPECT_EQ(labels_of(session, CKO_CERTIFICATE), (Labels{"Ec", "CA", "Dsa"}));
  EXPECT_EQ(labels_of(session, CKO_PRIVATE_KEY), Labels{"Ec"});
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
