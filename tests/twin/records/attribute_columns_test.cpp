// tests/twin/records/attribute_columns_test.cpp - attributes stand in their columns and come back.
#include "twin/records/attribute_columns.hpp"

#include <gtest/gtest.h>

namespace ringside::twin {
namespace {

using database::Attributes;

Record user(const Attributes& attributes) {
  RecordLine line("0200");
  put_user_attributes(attributes, {2013, 5, 17}, line);
  return Record(line.line());
}

TEST(AttributeColumnsTest, AUserHasFlagsDatesAndAKindOfPassword) {
  const Record ann = user({"SPECIAL", "PROTECTED", "RESTRICTED", "REVOKE=10/22/23"});
  EXPECT_EQ(ann.text(field("USBD_SPECIAL")), "YES");
  EXPECT_EQ(ann.text(field("USBD_OPER")), "NO");
  EXPECT_EQ(ann.text(field("USBD_NOPWD")), "PRO");
  EXPECT_EQ(ann.text(field("USBD_PWD_INTERVAL")), "");
  EXPECT_EQ(ann.text(field("USBD_ATTRIBS")), "RSTD");
  EXPECT_EQ(ann.text(field("USBD_REVOKE_DATE")), "2023-10-22");
  EXPECT_EQ(user({}).text(field("USBD_NOPWD")), "NO");
  EXPECT_EQ(user({}).text(field("USBD_PWD_DATE")), "2013-05-17");
  EXPECT_EQ(user({"EXPIRED"}).text(field("USBD_PWD_DATE")), "");
}

TEST(AttributeColumnsTest, TheAttributesOfAUserComeBack) {
  for (const Attributes& attributes :
       {Attributes{}, Attributes{"PROTECTED", "ADSP", "UAUDIT"}, Attributes{"EXPIRED", "SPECIAL", "OPERATIONS"},
        Attributes{"PASSPHRASE", "AUDITOR", "GRPACC"}, Attributes{"PASSPHRASE", "NOPASSWORD", "ROAUDIT"},
        Attributes{"PASSPHRASE", "NOPASSWORD", "EXPIRED", "OIDCARD"}, Attributes{"PASS-INTERVAL=90", "REVOKED"},
        Attributes{"PASS-INTERVAL=N/A", "RESTRICTED"}, Attributes{"REVOKE=10/22/23", "RESUME=11/01/23"}})
    EXPECT_EQ(user_attributes(user(attributes)), attributes) << database::join_words(attributes);
}

TEST(AttributeColumnsTest, AnIntervalOf255DaysIsNone) {
  RecordLine line("0200");
  line.text("USBD_NOPWD", "NO").date("USBD_PWD_DATE", {2020, 1, 2}).number("USBD_PWD_INTERVAL", 255);
  EXPECT_EQ(user_attributes(Record(line.line())), Attributes{"PASS-INTERVAL=N/A"});
}

TEST(AttributeColumnsTest, TheAttributesOfAConnectionAndAGroupComeBack) {
  const Attributes connected{"SPECIAL", "OPERATIONS", "AUDITOR", "REVOKED", "RESUME=01/31/24"};
  RecordLine connection("0205"), group("0100");
  put_connection_attributes(connected, connection);
  put_group_attributes({"UNIVERSAL"}, group);
  EXPECT_EQ(connection_attributes(Record(connection.line())), connected);
  EXPECT_EQ(group_attributes(Record(group.line())), Attributes{"UNIVERSAL"});
  EXPECT_EQ(Record(group.line()).text(field("GPBD_NOTERMUACC")), "NO");
}

}  // namespace
}  // namespace ringside::twin
