// tests/twin/unload/unload_test.cpp - a lab's database as the records of IRRDBU00, column by column.
#include "twin/unload/unload.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/utf8.hpp"
#include "tests/support/golden.hpp"
#include "tests/twin/unload/unloaded_lab.hpp"
#include "twin/records/record.hpp"
#include "twin/records/segment_fields.hpp"

namespace ringside::twin {
namespace {

using test_support::expect_golden;
using test_support::RacfLab;
using test_support::UnloadedLab;
using testing::ElementsAre;
using testing::IsEmpty;

/// The types that an unload writes beside those of segments.
const std::set<std::string> base_types{"0100", "0101", "0102", "0200", "0202", "0203", "0205", "0207",
                                       "0208", "0209", "0400", "0402", "0403", "0404", "0500", "0503",
                                       "0505", "0507", "0508", "0509", "0560", "0561", "0562", "1560"};

std::set<std::string> types_of(const std::vector<std::string>& lines) {
  std::set<std::string> types;
  for (const std::string& line : lines) types.insert(std::string(Record(line).type()));
  return types;
}

/// A record as its fields that are not blank, with their columns.
std::string fields_of(const std::string& line) {
  const Record record(line);
  std::string text = fmt::format("{}\n", record.type());
  for (const Field& field : find_layout(record.type())->fields)
    if (const std::string value = record.text(field); !value.empty())
      text += fmt::format("  {:<23} {:>4}-{:<4} {}\n", field.name, field.first, field.last, value);
  return text;
}

std::vector<std::string> of_type(const std::vector<std::string>& lines, const std::string& type) {
  std::vector<std::string> found;
  for (const std::string& line : lines)
    if (line.starts_with(type)) found.push_back(line);
  return found;
}

class UnloadTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { lines_ = UnloadedLab().records(); }
  static std::vector<std::string> lines_;
};
std::vector<std::string> UnloadTest::lines_;

TEST_F(UnloadTest, HasEveryTypeOfRecordThatItCanWrite) {
  std::set<std::string> expected = base_types;
  for (const SegmentRecord& kind : segment_records()) expected.insert(std::string(kind.type));
  const std::set<std::string> written = types_of(lines_);
  std::vector<std::string> missing, unknown;
  std::set_difference(expected.begin(), expected.end(), written.begin(), written.end(), std::back_inserter(missing));
  std::set_difference(written.begin(), written.end(), expected.begin(), expected.end(), std::back_inserter(unknown));
  EXPECT_THAT(missing, IsEmpty());
  EXPECT_THAT(unknown, IsEmpty());
}

TEST_F(UnloadTest, HasAGoldenForEachKindOfProfile) {
  for (const auto& [name, start] : {std::pair("groups", "01"), {"users", "02"}, {"data_sets", "04"}}) {
    std::string text;
    for (const std::string& line : of_type(lines_, start)) text += fields_of(line);
    expect_golden(fmt::format("twin/unload_{}.txt", name), text);
  }
  std::string resources, certificates;
  for (const std::string& line : of_type(lines_, "05")) {
    const std::string profile_class = Record(line).text(field("GRBD_CLASS_NAME"));
    (profile_class.starts_with("DIGT") || profile_class == "IDIDMAP" ? certificates : resources) += fields_of(line);
  }
  for (const std::string& line : of_type(lines_, "1560")) certificates += fields_of(line);
  expect_golden("twin/unload_resources.txt", resources);
  expect_golden("twin/unload_certificates.txt", certificates);
}

TEST_F(UnloadTest, HasALineForEachRecordAsItIsDownloaded) {
  std::string text;
  for (const std::string& line : lines_) text += line + "\n";
  expect_golden("twin/unload.txt", text);
}

TEST_F(UnloadTest, KeepsABlankBetweenTwoFields) {
  for (const std::string& line : lines_) {
    const Layout& layout = *find_layout(Record(line).type());
    EXPECT_LE(base::count_characters(line), layout.fields.back().last);
    for (std::size_t n = 1; n < layout.fields.size(); ++n) {
      const Field between{"", layout.fields[n - 1].last + 1, layout.fields[n].first - 1};
      EXPECT_EQ(Record(line).text(between), "") << layout.fields[n].name << '\n' << line;
    }
  }
}

TEST_F(UnloadTest, WritesGroupsThenUsersThenDataSetsThenResourcesByClass) {
  std::string before;
  for (const std::string& line : lines_) {
    const std::string kind = line.substr(0, 2) == "15" ? "05" : line.substr(0, 2);
    EXPECT_LE(before, kind);
    before = kind;
  }
  std::vector<std::string> classes;
  for (const std::string& line : of_type(lines_, "0500"))
    classes.push_back(Record(line).text(field("GRBD_CLASS_NAME")));
  EXPECT_TRUE(std::is_sorted(classes.begin(), classes.end()));
}

TEST_F(UnloadTest, AUniversalGroupNamesOnlyMembersWithMoreThanUse) {
  std::vector<std::string> members;
  for (const std::string& line : of_type(lines_, "0102 PUBLIC"))
    members.push_back(Record(line).text(field("GPMEM_MEMBER_ID")));
  EXPECT_THAT(members, ElementsAre("SERVER"));
}

TEST(UnloadZoneTest, TimesOfCertificatesAreInTheZoneOfTheUnload) {
  RacfLab lab;
  lab.must("RACDCERT ID(IBMUSER) GENCERT SUBJECTSDN(CN('a')) NISTECC SIZE(256)");
  const auto start = [&](base::Zone zone) {
    std::string text;
    unload(lab.lab(), lab.session().system, {zone, {}}, [&](const RecordLine& line) {
      if (line.type() != "0560") return;
      const Record record(line.line());
      text = record.text(field("GRCERT_START_DATE")) + " " + record.text(field("GRCERT_START_TIME"));
    });
    return text;
  };
  EXPECT_EQ(start({}), "2013-05-17 00:00:00");
  EXPECT_EQ(start({std::chrono::hours(-5)}), "2013-05-16 19:00:00");
}

TEST(UnloadZoneTest, CopiesOfSetroptsRaclistAreNoProfiles) {
  RacfLab lab;
  lab.must("SETROPTS CLASSACT(FACILITY) RACLIST(FACILITY)");
  lab.must("RDEFINE FACILITY A.B");
  lab.must("SETROPTS RACLIST(FACILITY) REFRESH");
  int profiles = 0;
  unload(lab.lab(), lab.session().system, {}, [&](const RecordLine& line) {
    if (line.type() == "0500" && line.line().starts_with("0500 A.B")) ++profiles;
  });
  EXPECT_EQ(profiles, 1);
}

}  // namespace
}  // namespace ringside::twin
