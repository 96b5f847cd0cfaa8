// tests/emulator/crypto/containers/holds_keys_test.cpp - what others may read.
#include "emulator/crypto/containers/holds_keys.hpp"

#include <gtest/gtest.h>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12_export.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using namespace test;

bool may_hold(std::string_view text) {
  return may_hold_keys(base::to_bytes(text));
}

TEST(HoldsKeys, NotTextAndCertificates) {
  const Certificate root = make_root(subject("root"));
  EXPECT_FALSE(may_hold(""));
  EXPECT_FALSE(may_hold("//JOB JOB\nplain text, \xC3\xA4 too\r\n"));
  EXPECT_FALSE(may_hold_keys(root.der()));
  EXPECT_FALSE(may_hold(base64_lines(root.der())));
  EXPECT_FALSE(may_hold("Subject: x\n" + armor(root.der(), "CERTIFICATE") + armor(root.der(), "CERTIFICATE")));
}

TEST(HoldsKeys, EveryFormOfAKeyAndWhatIsNotUnderstood) {
  const Certificate root = make_root(subject("root"));
  const base::Bytes store = pkcs12({root}, test_key("root"), base::Secret("secret"), "x", Pkcs12Encryption::aes_256,
                                   SeededRandomness("s", "c"));
  const base::Bytes key = test_key("root").pkcs8();
  EXPECT_TRUE(may_hold_keys(store));
  EXPECT_TRUE(may_hold_keys(key));
  EXPECT_TRUE(may_hold(base64_lines(store)));
  EXPECT_TRUE(may_hold(armor(store, "CERTIFICATE"))) << "whatever the label says";
  EXPECT_TRUE(may_hold(armor(key, "PRIVATE KEY")));
  EXPECT_TRUE(may_hold(armor(root.der(), "CERTIFICATE") + armor(key, "PRIVATE KEY")));
  EXPECT_TRUE(may_hold(armor(root.der(), "CERTIFICATE") + base64_lines(key)));
  EXPECT_TRUE(may_hold("-----BEGIN ENCRYPTED PRIVATE KEY-----\nProc-Type: 4\n"));
  base::Bytes both = root.der();
  both.insert(both.end(), key.begin(), key.end());
  EXPECT_TRUE(may_hold_keys(both)) << "octets after a certificate";
  EXPECT_TRUE(may_hold(std::string("\xFE\xED\xFE\xED\0\0", 6)));
}

}  // namespace
}  // namespace ringside::crypto
