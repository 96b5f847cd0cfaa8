// tests/twin/records/record_line_test.cpp - values stand in the columns of their fields.
#include "twin/records/record_line.hpp"

#include <gtest/gtest.h>

#include "base/ebcdic.hpp"
#include "base/fault.hpp"
#include "twin/records/record.hpp"

namespace ringside::twin {
namespace {

TEST(RecordLineTest, AFieldIsBlankUntilItIsSetAndNoBlanksEndTheLine) {
  EXPECT_EQ(RecordLine("0100").line(), "0100");
  EXPECT_EQ(RecordLine("0100").text("GPBD_NAME", "SYS1").text("GPBD_OWNER_ID", "IBMUSER").line(),
            "0100 SYS1                         IBMUSER");
}

TEST(RecordLineTest, EachKindHasItsForm) {
  RecordLine user("0200");
  user.text("USBD_NAME", "IBMUSER")
      .date("USBD_CREATE_DATE", {2013, 5, 7})
      .flag("USBD_ADSP", false)
      .flag("USBD_SPECIAL", true)
      .number("USBD_PWD_INTERVAL", 30)
      .time("USBD_LASTJOB_TIME", {2013, 5, 7, 8, 4, 9});
  EXPECT_EQ(user.line(), "0200 IBMUSER  2013-05-07          NO   YES" + std::string(17, ' ') + "030" +
                             std::string(42, ' ') + "08:04:09");
}

TEST(RecordLineTest, AValueIsCutAtTheWidthOfItsField) {
  RecordLine line("0101");
  line.text("GPSGRP_NAME", "NINECHARS").text("GPSGRP_SUBGRP_ID", "X");
  EXPECT_EQ(line.line(), "0101 NINECHAR X");
  EXPECT_EQ(Record(RecordLine("0205").number("USCON_INIT_CNT", 1'234'567).line()).text(field("USCON_INIT_CNT")),
            "34567");
}

TEST(RecordLineTest, AColumnIsACharacterNotAnOctet) {
  const std::string line =
      RecordLine("0562").text("KEYR_NAME", "A.B\u00a2C").text("KEYR_CLASS_NAME", "DIGTRING").line();
  EXPECT_EQ(line, "0562 A.B\u00a2C" + std::string(242, ' ') + "DIGTRING");
  EXPECT_EQ(Record(line).text(field("KEYR_CLASS_NAME")), "DIGTRING");
}

TEST(RecordLineTest, ALaterValueReplacesAnEarlierLongerOne) {
  EXPECT_EQ(RecordLine("0100").text("GPBD_NAME", "LONGNAME").text("GPBD_NAME", "A").line(), "0100 A");
}

TEST(RecordLineTest, NothingInAValueEndsTheLine) {
  EXPECT_EQ(RecordLine("0100").text("GPBD_NAME", "A\nB\r\tC").line(), "0100 A.B..C");
  EXPECT_EQ(RecordLine("0100").text("GPBD_NAME", "A\u0085B").line(), "0100 A.B");
  EXPECT_EQ(RecordLine("0100").text("GPBD_NAME", "A\xff").line(), "0100 A?");
}

TEST(RecordLineTest, AnEbcdicRecordHasItsDescriptorWordAndTheLengthOfItsLayout) {
  const base::Bytes record = RecordLine("0101").text("GPSGRP_NAME", "A\u00a2").ebcdic_record();
  ASSERT_EQ(record.size(), 4U + 22U);
  EXPECT_EQ(base::Bytes(record.begin(), record.begin() + 4), (base::Bytes{0, 26, 0, 0}));
  EXPECT_EQ(record[4 + 6], 0x4a);  // the cent sign of IBM-1047
  EXPECT_EQ(base::from_ebcdic(base::ByteView(record).subspan(4)), "0101 A\u00a2" + std::string(15, ' '));
  EXPECT_EQ(RecordLine("0500").ebcdic_record().size(), 4U + 1017U);
}

TEST(RecordLineTest, UnknownTypesAndFieldsAreFaults) {
  EXPECT_THROW(RecordLine("9999"), base::Fault);
  EXPECT_THROW(RecordLine("0100").text("USBD_NAME", "A"), base::Fault);
}

}  // namespace
}  // namespace ringside::twin
