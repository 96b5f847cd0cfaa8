// tests/connectors/pkcs11/template_test.cpp - templates that search and that ask.
#include "connectors/pkcs11/template.hpp"

#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

Object certificate_like() {
  return {{{CKA_CLASS, {1, 0, 0, 0, 0, 0, 0, 0}}, {CKA_LABEL, base::to_bytes("Server")}, {CKA_START_DATE, {}}}};
}

CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, base::Bytes& value) {
  return {type, value.data(), value.size()};
}

TEST(Pkcs11Template, FitsByEveryValue) {
  base::Bytes label = base::to_bytes("Server"), other = base::to_bytes("Serve"), kind = {1, 0, 0, 0, 0, 0, 0, 0};
  const Object object = certificate_like();
  EXPECT_TRUE(fits(object, {}));
  const std::vector<CK_ATTRIBUTE> both = {attribute(CKA_LABEL, label), attribute(CKA_CLASS, kind)};
  EXPECT_TRUE(fits(object, both));
  EXPECT_FALSE(fits(object, std::vector{attribute(CKA_LABEL, other)}));
  EXPECT_FALSE(fits(object, std::vector{attribute(CKA_ID, label)})) << "an attribute that it does not have";
  EXPECT_TRUE(fits(object, std::vector{CK_ATTRIBUTE{CKA_START_DATE, nullptr, 0}}));
}

TEST(Pkcs11Template, IsAnsweredForEachAttributeByItself) {
  base::Bytes small(3), kind(8);
  std::vector<CK_ATTRIBUTE> asked = {attribute(CKA_LABEL, small), attribute(CKA_ID, kind), attribute(CKA_CLASS, kind),
                                     CK_ATTRIBUTE{CKA_LABEL, nullptr, 0}};
  EXPECT_EQ(answer(certificate_like(), asked), CKR_ATTRIBUTE_TYPE_INVALID);
  EXPECT_EQ(asked[0].ulValueLen, CK_UNAVAILABLE_INFORMATION);
  EXPECT_EQ(small, base::Bytes(3)) << "nothing is written into too little room";
  EXPECT_EQ(asked[1].ulValueLen, CK_UNAVAILABLE_INFORMATION);
  EXPECT_EQ(asked[2].ulValueLen, 8u);
  EXPECT_EQ(kind.front(), 1);
  EXPECT_EQ(asked[3].ulValueLen, 6u) << "the length alone";
}

TEST(Pkcs11Template, SaysThatTheRoomIsTooSmall) {
  base::Bytes small(3);
  std::vector<CK_ATTRIBUTE> asked = {attribute(CKA_LABEL, small)};
  EXPECT_EQ(answer(certificate_like(), asked), CKR_BUFFER_TOO_SMALL);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
