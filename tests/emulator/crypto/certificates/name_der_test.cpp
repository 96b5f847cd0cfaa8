// tests/emulator/crypto/certificates/name_der_test.cpp - names between DER and their attributes, malformed ones
// included.
#include "emulator/crypto/certificates/name_der.hpp"

#include <gtest/gtest.h>

namespace ringside::crypto {
namespace {

base::Bytes text_attribute(const char* oid, const char* value) {
  return encode_attribute(oid, der::text(der::printable_string_tag, value));
}

TEST(NameDer, HoldsTheLeastSpecificRdnFirst) {
  const base::Bytes name =
      encode_name({encode_rdn({text_attribute("2.5.4.3", "a")}), encode_rdn({text_attribute("2.5.4.6", "DE")})});
  EXPECT_EQ(base::hex(name), "3019310B3009060355040613024445310A30080603550403130161");
  const DecodedName decoded = decode_name(name);
  EXPECT_TRUE(decoded.well_formed);
  ASSERT_EQ(decoded.rdns.size(), 2u);
  EXPECT_EQ(decoded.rdns[0].front().oid, "2.5.4.6");
  EXPECT_EQ(base::to_text(decoded.rdns[1].front().value.content), "a");
}

TEST(NameDer, SortsTheAttributesOfAnRdn) {
  const base::Bytes ou = text_attribute("2.5.4.11", "x"), cn = text_attribute("2.5.4.3", "y");
  EXPECT_EQ(encode_rdn({ou, cn}), encode_rdn({cn, ou}));
  EXPECT_EQ(decode_name(encode_name({encode_rdn({ou, cn})})).rdns.front().front().oid, "2.5.4.3");
}

TEST(NameDer, AnEmptyNameIsWellFormed) {
  EXPECT_TRUE(decode_name(encode_name({})).well_formed);
  EXPECT_FALSE(decode_name({}).well_formed);
}

TEST(NameDer, AMalformedNameGivesWhatCouldBeRead) {
  base::Bytes name = encode_name({encode_rdn({text_attribute("2.5.4.3", "a")}), base::Bytes{0x31, 0x00}});
  const DecodedName empty_set = decode_name(name);
  EXPECT_FALSE(empty_set.well_formed);
  EXPECT_EQ(empty_set.rdns.size(), 2u);
  const base::Bytes sequence_for_set = encode_name({der::wrap(der::sequence_tag, text_attribute("2.5.4.3", "a"))});
  EXPECT_FALSE(decode_name(sequence_for_set).well_formed);
  EXPECT_EQ(decode_name(sequence_for_set).rdns.size(), 1u);
  name.push_back(0);
  EXPECT_FALSE(decode_name(name).well_formed) << "octets follow";
}

}  // namespace
}  // namespace ringside::crypto
