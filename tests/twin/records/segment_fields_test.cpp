// tests/twin/records/segment_fields_test.cpp - the table of segments leads from fields to columns and back.
#include "twin/records/segment_fields.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace ringside::twin {
namespace {

const SegmentRecord& record_of(std::string_view type) {
  return *find_segment_record(type);
}

std::string written(std::string_view type, const SegmentFields& fields) {
  RecordLine line(type);
  put_segment(record_of(type), fields, line);
  return line.line();
}

SegmentFields read(std::string_view type, const std::string& line) {
  SegmentFields fields;
  for (const SegmentValue& value : segment_values(record_of(type), Record(line))) fields[value.field] = value.value;
  return fields;
}

TEST(SegmentFieldsTest, EveryColumnOfTheTableIsAFieldOfItsRecord) {
  for (const SegmentRecord& kind : segment_records()) {
    const Layout* const layout = find_layout(kind.type);
    ASSERT_NE(layout, nullptr) << kind.type;
    ASSERT_FALSE(kind.columns.empty()) << kind.type;
    for (const SegmentColumn& column : kind.columns)
      EXPECT_TRUE(std::any_of(layout->fields.begin(), layout->fields.end(),
                              [&](const Field& each) { return each.name == column.column; }))
          << kind.type << ' ' << column.column;
  }
}

TEST(SegmentFieldsTest, FieldsStandInTheirColumnsAndComeBack) {
  const SegmentFields tso{{"ACCTNUM", "ACCT#"}, {"PROC", "IZUFPROC"}, {"SIZE", "2096128"}, {"USERDATA", "C1C2"}};
  const Record record(written("0220", tso));
  EXPECT_EQ(record.text(field("USTSO_LOGON_SIZE")), "0002096128");
  EXPECT_EQ(record.text(field("USTSO_USER_DATA")), "X<C1C2>");
  EXPECT_EQ(record.text(field("USTSO_LOGON_MAX")), "");
  EXPECT_EQ(read("0220", record.line()), tso);
}

TEST(SegmentFieldsTest, AUserIdOfUnixHasTenDigits) {
  EXPECT_EQ(written("0270", {{"UID", "0"}}), "0270" + std::string(10, ' ') + "0000000000");
  EXPECT_EQ(read("0270", "0270 IBMUSER  0000000000"), (SegmentFields{{"UID", "0"}}));
  EXPECT_EQ(read("0270", "0270 IBMUSER         990"), (SegmentFields{{"UID", "990"}}));
  EXPECT_EQ(read("0270", "0270 IBMUSER"), SegmentFields{});
}

TEST(SegmentFieldsTest, AFlagIsBlankIfNobodySetIt) {
  const Record started(written("0540", {{"USER", "IZUSVR"}, {"TRUSTED", "NO"}}));
  EXPECT_EQ(started.text(field("GRST_TRUSTED")), "NO");
  EXPECT_EQ(started.text(field("GRST_TRACE")), "");
  EXPECT_EQ(read("0540", started.line()), (SegmentFields{{"USER", "IZUSVR"}, {"TRUSTED", "NO"}}));
}

TEST(SegmentFieldsTest, WordsOfOneFieldHaveAColumnEach) {
  const Record defined(written("05C0", {{"FIRST", "ALPHA NUMERIC"}, {"POSIT", "600"}}));
  EXPECT_EQ(defined.text(field("GRCDT_FIRST_ALPHA")), "YES");
  EXPECT_EQ(defined.text(field("GRCDT_FIRST_NATL")), "NO");
  EXPECT_EQ(defined.text(field("GRCDT_OTHER_ALPHA")), "");
  EXPECT_EQ(read("05C0", defined.line()), (SegmentFields{{"FIRST", "ALPHA NUMERIC"}, {"POSIT", "600"}}));
  const SegmentFields kerb{{"ENCRYPT", "NODES AES256"}, {"KERBNAME", "ann"}};
  EXPECT_EQ(read("02D0", written("02D0", kerb)), kerb);
  EXPECT_EQ(read("0230", written("0230", {{"XRFSOFF", "FORCE"}, {"TIMEOUT", "130"}})),
            (SegmentFields{{"XRFSOFF", "FORCE"}, {"TIMEOUT", "0130"}}));
}

TEST(SegmentFieldsTest, AListHasARecordForEachWord) {
  const SegmentFields icsf{{"SYMEXPORTKEYS", "KEY.A KEY.B"}, {"SYMEXPORTCERTS", "ANN/My cert */CERTAUTH *"}};
  EXPECT_EQ(listed_values(record_of("05G1"), icsf), (std::vector<std::string>{"KEY.A", "KEY.B"}));
  EXPECT_EQ(listed_values(record_of("05G2"), icsf), (std::vector<std::string>{"ANN/My cert", "*/CERTAUTH", "*"}));
  EXPECT_TRUE(listed_values(record_of("0251"), {}).empty());
  RecordLine line("0281");
  put_listed(record_of("0281"), "17", line);
  const auto values = segment_values(record_of("0281"), Record(line.line()));
  ASSERT_EQ(values.size(), 1U);
  EXPECT_EQ(values.front().field, "OPCLASS");
  EXPECT_EQ(values.front().value, "17");
  EXPECT_TRUE(values.front().appends);
}

TEST(SegmentFieldsTest, AFieldOfTheSiteHasItsNameInTheRecord) {
  RecordLine line("02G1");
  line.text("USCSD_NAME", "ANN").text("USCSD_KEY", "EMPSER").text("USCSD_VALUE", "4711").text("USCSD_TYPE", "NUM");
  EXPECT_EQ(read("02G1", line.line()), (SegmentFields{{"EMPSER", "4711"}}));
}

}  // namespace
}  // namespace ringside::twin
