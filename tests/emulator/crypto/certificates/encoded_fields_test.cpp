// tests/emulator/crypto/certificates/encoded_fields_test.cpp - fields of a certificate as they are encoded in it.
#include "emulator/crypto/certificates/encoded_fields.hpp"

#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

TEST(EncodedFields, AreThoseOfTheCertificate) {
  const test::Subject ca = test::subject("ca"), server = test::subject("server");
  const EncodedFields root = encoded_fields(test::make_root(ca));
  const EncodedFields leaf = encoded_fields(test::make_certificate(server, ca));
  EXPECT_EQ(base::hex(root.serial), "020100");
  EXPECT_EQ(base::hex(leaf.serial), "020101");
  EXPECT_EQ(leaf.issuer, root.subject);
  EXPECT_EQ(root.issuer, root.subject);
  EXPECT_NE(leaf.subject, root.subject);
}

}  // namespace
}  // namespace ringside::crypto
