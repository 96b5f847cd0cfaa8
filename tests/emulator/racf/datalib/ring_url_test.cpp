// tests/emulator/racf/datalib/ring_url_test.cpp - the forms of safkeyring URLs.
#include "emulator/racf/datalib/ring_url.hpp"

#include <gtest/gtest.h>

namespace ringside::racf {
namespace {

std::string read(const std::string& url) {
  const auto parsed = parse_ring_url(url, "ME");
  return parsed ? parsed->scheme + " " + to_string(parsed->ring) : "none";
}

TEST(RingUrl, TakesTwoToFourSlashesAndTheCurrentUser) {
  EXPECT_EQ(read("safkeyring://IZUSVR/IZUKeyring.IZUDFLT"), "safkeyring IZUSVR/IZUKeyring.IZUDFLT");
  EXPECT_EQ(read("safkeyring:///izusvr/Ring"), "safkeyring IZUSVR/Ring");
  EXPECT_EQ(read("safkeyringjce:////IZUSVR/Ring"), "safkeyringjce IZUSVR/Ring");
  EXPECT_EQ(read("SafKeyring:///Ring"), "safkeyring ME/Ring");
  EXPECT_EQ(read("safkeyring://*AUTH*/*"), "safkeyring *AUTH*/*");
}

TEST(RingUrl, RefusesOtherForms) {
  for (const char* url : {"safkeyring:/U/R", "safkeyring://Ring", "safkeyring://///U/R", "safkeyring://U/R/S",
                          "safkeyring://U/", "safkeyring://", "safkeyring:", "safkeyring"})
    EXPECT_EQ(read(url), "none") << url;
}

}  // namespace
}  // namespace ringside::racf
