// tests/connectors/store/ring_uri_test.cpp - the URI of a ring, of one of its labels, or of its certificates or keys.
#include "connectors/store/ring_uri.hpp"

#include <gmock/gmock.h>

namespace ringside::connectors::store {
namespace {

std::string read(const std::string& text) {
  const auto uri = ring_uri(text, "ME");
  if (!uri) return "wrong: " + uri.error();
  std::string kind;
  if (uri->kind) kind = *uri->kind == ObjectKind::key ? " key" : " cert";
  return racf::to_string(uri->ring) + (uri->label ? " '" + *uri->label + "'" : "") + kind;
}

TEST(RingUri, NamesARingAndNothingElse) {
  EXPECT_EQ(read("safkeyring://web/Ring.One"), "WEB/Ring.One");
  EXPECT_EQ(read("safkeyringjce://WEB/Ring.One"), "WEB/Ring.One");
  EXPECT_EQ(read("safkeyring:////WEB/Ring.One"), "WEB/Ring.One");
  EXPECT_EQ(read("safkeyring:///Ring.One"), "ME/Ring.One");
  EXPECT_EQ(read("safkeyring://*AUTH*/*"), "*AUTH*/*");
}

TEST(RingUri, NamesALabelAndAKind) {
  EXPECT_EQ(read("safkeyring://WEB/Ring?label=Server"), "WEB/Ring 'Server'");
  EXPECT_EQ(read("safkeyring://WEB/Ring?label=My%20cert%26%25"), "WEB/Ring 'My cert&%'");
  EXPECT_EQ(read("safkeyring://WEB/Ring?label=My cert+1"), "WEB/Ring 'My cert+1'");
  EXPECT_EQ(read("safkeyring://WEB/Ring?type=key"), "WEB/Ring key");
  EXPECT_EQ(read("safkeyring://WEB/Ring?type=cert&label=Server"), "WEB/Ring 'Server' cert");
}

TEST(RingUri, TakesALabelAsItIsBehindAnAmpersandAsZoweWritesIt) {
  EXPECT_EQ(read("safkeyring://WEB/Ring&Server"), "WEB/Ring 'Server'");
  EXPECT_EQ(read("safkeyring:////WEB/Ring&My cert=50%"), "WEB/Ring 'My cert=50%'");
}

TEST(RingUri, SaysWhatIsWrong) {
  for (const char* text :
       {"safkeyring://WEB", "safkeyring://", "safkeyring", "safkeyring://WEB/", "safkeyring://WEB/?label=a"})
    EXPECT_THAT(read(text), testing::HasSubstr("is not of the form safkeyring://OWNER/RING")) << text;
  for (const char* text : {"safkeyring://WEB/R?", "safkeyring://WEB/R?label", "safkeyring://WEB/R?label=",
                           "safkeyring://WEB/R?type=crl", "safkeyring://WEB/R?pin=1", "safkeyring://WEB/R?label=a&"})
    EXPECT_THAT(read(text), testing::HasSubstr("is none of label=LABEL, type=cert and type=key")) << text;
  for (const char* text : {"safkeyring://WEB/R?label=%", "safkeyring://WEB/R?label=%2", "safkeyring://WEB/R?label=%zz"})
    EXPECT_THAT(read(text), testing::HasSubstr("has a % without two hex digits")) << text;
}

}  // namespace
}  // namespace ringside::connectors::store
