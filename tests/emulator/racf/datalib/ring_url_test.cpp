// tests/emulator/racf/datalib/ring_url_test.cpp - the forms of safkeyring URLs.
#include "emulator/racf/datalib/ring_url.hpp"

#include <gtest/gtest.h>

namespace ringside::racf {
namespace {

std::string read(const std::string& url) {
  const auto parsed = parse_ring_url(url, "ME");
  return parsed ? parsed->scheme + " " + to_string(parsed->ring) : "none";
}

TEST(RingUrl, TakesOneToFourSlashesAndTheCurrentUser) {
  EXPECT_EQ(read("safkeyring://IZUSVR/IZUKeyring.IZUDFLT"), "safkeyring IZUSVR/IZUKeyring.IZUDFLT");
  EXPECT_EQ(read("safkeyring:///izusvr/Ring"), "safkeyring IZUSVR/Ring");
  EXPECT_EQ(read("safkeyringjce:////IZUSVR/Ring"), "safkeyringjce IZUSVR/Ring");
  EXPECT_EQ(read("SafKeyring:///Ring"), "safkeyring ME/Ring");
  EXPECT_EQ(read("safkeyring:/IZUSVR/Ring"), "safkeyring IZUSVR/Ring");
  EXPECT_EQ(read("safkeyring:/Ring"), "safkeyring ME/Ring") << "what java.net.URL prints for three slashes";
  EXPECT_EQ(read("safkeyring:////Ring"), "safkeyring ME/Ring");
  EXPECT_EQ(read("safkeyring://*AUTH*/*"), "safkeyring *AUTH*/*");
}

TEST(RingUrl, RefusesOtherForms) {
  for (const char* url :
       {"safkeyring:U/R", "safkeyring:Ring", "safkeyring://Ring", "safkeyring://///U/R", "safkeyring://U/R/S",
        "safkeyring://U/", "safkeyring://", "safkeyring:", "safkeyring:///", "safkeyring"})
    EXPECT_EQ(read(url), "none") << url;
}

TEST(RingUrl, IsReadAsWrittenWithEmptyAndLongNames) {
  const auto empty = written_ring_url("safkeyring:///", "ME");
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->user, "ME");
  EXPECT_EQ(empty->ring, "");
  const auto strange = written_ring_url("SafKeyRing://z#svr@/Ring?x#y", "ME");
  ASSERT_TRUE(strange);
  EXPECT_EQ(strange->scheme, "safkeyring");
  EXPECT_EQ(strange->user, "z#svr@");
  EXPECT_EQ(strange->ring, "Ring?x#y");
  EXPECT_EQ(written_ring_url("safkeyring://" + std::string(300, 'U') + "/R", "ME")->user.size(), 300U);
  EXPECT_FALSE(written_ring_url("safkeyring://U/R/S", "ME"));
}

}  // namespace
}  // namespace ringside::racf
