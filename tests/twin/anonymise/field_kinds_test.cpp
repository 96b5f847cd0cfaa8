// tests/twin/anonymise/field_kinds_test.cpp - what fields tell of a site.
#include "twin/anonymise/field_kinds.hpp"

#include <gtest/gtest.h>

namespace ringside::twin {
namespace {

FieldMeaning meaning(std::string_view type, std::string_view name) {
  return meaning_of(*find_layout(type), field(name));
}

TEST(FieldKinds, DependOnTheRecordForItsFirstName) {
  EXPECT_EQ(meaning("0100", "GPBD_NAME"), FieldMeaning::id);
  EXPECT_EQ(meaning("0400", "DSBD_NAME"), FieldMeaning::data_set);
  EXPECT_EQ(meaning("0500", "GRBD_NAME"), FieldMeaning::profile);
}

TEST(FieldKinds, HideWhatTheSiteHasWritten) {
  EXPECT_EQ(meaning("0200", "USBD_INSTALL_DATA"), FieldMeaning::words);
  EXPECT_EQ(meaning("0200", "USBD_PROGRAMMER"), FieldMeaning::words);
  EXPECT_EQ(meaning("0270", "USOMVS_HOME_PATH"), FieldMeaning::words);
  EXPECT_EQ(meaning("0200", "USBD_OWNER_ID"), FieldMeaning::id);
  EXPECT_EQ(meaning("0562", "KEYR_CERT_LABEL"), FieldMeaning::label);
}

TEST(FieldKinds, KeepOptionsDatesAndNumbers) {
  EXPECT_EQ(meaning("0500", "GRBD_UACC"), FieldMeaning::kept);
  EXPECT_EQ(meaning("0560", "GRCERT_END_DATE"), FieldMeaning::kept);
  EXPECT_EQ(meaning("1560", "CERTN_SIG_ALG"), FieldMeaning::kept);
  EXPECT_EQ(meaning("0500", "GRBD_CLASS_NAME"), FieldMeaning::kept);
}

TEST(FieldKinds, HideLongTextThatNoRuleNames) {
  const Layout future{"0999",
                      "future",
                      {{"F_RECORD_TYPE", 1, 4, FieldKind::text},
                       {"F_NAME", 6, 13, FieldKind::text},
                       {"F_NOVELTY", 15, 60, FieldKind::text}}};
  EXPECT_EQ(meaning_of(future, future.fields[2]), FieldMeaning::words);
}

}  // namespace
}  // namespace ringside::twin
