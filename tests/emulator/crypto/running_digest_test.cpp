// tests/emulator/crypto/running_digest_test.cpp - hash values of data in parts.
#include "emulator/crypto/running_digest.hpp"

#include <gtest/gtest.h>

#include "base/fault.hpp"
#include "emulator/crypto/digest.hpp"

namespace ringside::crypto {
namespace {

TEST(RunningDigest, OfPartsIsThatOfTheWhole) {
  RunningDigest digest("SHA256");
  digest.update(base::to_bytes("hel"));
  digest.update({});
  digest.update(base::to_bytes("lo"));
  EXPECT_EQ(digest.finish(), sha256(base::to_bytes("hello")));
  EXPECT_EQ(digest_octets("SHA384"), 48u);
  EXPECT_THROW(RunningDigest("NONE"), base::Fault);
}

}  // namespace
}  // namespace ringside::crypto
