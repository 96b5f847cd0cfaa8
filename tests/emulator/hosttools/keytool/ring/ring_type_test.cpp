// tests/emulator/hosttools/keytool/ring/ring_type_test.cpp - the types of key stores that are SAF key rings.
#include "emulator/hosttools/keytool/ring/ring_type.hpp"

#include <gtest/gtest.h>

namespace ringside::keytool {
namespace {

TEST(RingType, AUrlOfARingIsKnownByItsScheme) {
  for (const char* url : {"safkeyring://U/R", "safkeyringjce://U/R", "safkeyringjcecca://U/R", "safkeyringhw://U/R",
                          "safkeyringjcehybrid://U/R", "safkeyringhybrid://U/R"})
    EXPECT_TRUE(is_ring_url(url)) << url;
  for (const char* name : {"safkeyring", "safkeyrings://U/R", "file://U/R", "/u/safkeyring"})
    EXPECT_FALSE(is_ring_url(name)) << name;
}

}  // namespace
}  // namespace ringside::keytool
