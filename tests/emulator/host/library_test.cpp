// tests/emulator/host/library_test.cpp - files as members of a library.
#include "emulator/host/library.hpp"

#include <gmock/gmock.h>

namespace ringside::host {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Library : public testing::Test {
 protected:
  Library() {
    database::SystemRecord record{"SYS1", "zos", "", "", 0};
    lab_.add_system(record);
  }
  static MemberFile file(std::string name, const std::string& text) { return {std::move(name), base::to_bytes(text)}; }
  tl::expected<PutMembers, std::string> put(std::vector<MemberFile> files, const RecordForm& form = {"", 0}) {
    return put_members(data_sets_, "A.LIB", std::move(files), {}, form);
  }
  std::string text(const std::string& name) { return text_of(*data_sets_.find(name)).value_or("not text"); }

  base::FixedClock clock_{base::Instant{}};
  lab::Lab lab_{"", clock_};
  DataSets data_sets_{lab_, "SYS1"};
};

TEST_F(Library, FilesBecomeMembersByTheirNamesWithoutExtension) {
  const auto done = put({file("job1.jcl", "//A JOB\n"), file("Exec.rexx", "say 1\nsay 2\n"), file("#X@$", "")});
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->members, 3u);
  EXPECT_EQ(done->records, 3u);
  EXPECT_THAT(data_sets_.members("A.LIB"), ElementsAre("#X@$", "EXEC", "JOB1"));
  EXPECT_EQ(text("A.LIB(EXEC)"), "say 1\nsay 2\n");
  EXPECT_EQ(data_sets_.find("A.LIB(JOB1)")->records.front().size(), 80u) << "RECFM FB, LRECL 80";
}

TEST_F(Library, LongLinesMakeALibraryOfVariableRecords) {
  const auto done = put({file("a", std::string(81, 'x'))});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->library.record_format, "VB");
  EXPECT_EQ(done->library.record_length, 255);
  EXPECT_EQ(text("A.LIB(A)"), std::string(81, 'x') + "\n");
}

TEST_F(Library, ALibraryThatExistsKeepsItsFormatAndOtherMembers) {
  ASSERT_TRUE(put({file("a", "1"), file("b", "2")}));
  ASSERT_TRUE(put({file("b", "3")}));
  EXPECT_EQ(text("A.LIB(A)"), "1\n");
  EXPECT_EQ(text("A.LIB(B)"), "3\n");
  EXPECT_EQ(put({file("c.txt", std::string(81, 'x'))}).error(),
            "c.txt: line 1 has 81 characters, and a record of RECFM FB with LRECL 80 takes 80");
  EXPECT_EQ(put({file("c", "")}, {"VB", 0}).error(), "A.LIB has RECFM FB and LRECL 80 already");
}

TEST_F(Library, AWrongNameOrLineChangesNothing) {
  const std::string wrong = "no name of a member (1 to 8 letters, digits, @, # or $, the first no digit): ";
  EXPECT_EQ(put({file("good", ""), file("1st.jcl", ""), file("toolong123", ""), file("a-b", "")}).error(),
            wrong + "1st.jcl, toolong123, a-b");
  EXPECT_EQ(put({file("a.jcl", ""), file("A.txt", "")}).error(), "the same member: a.jcl and A.txt");
  EXPECT_EQ(put({file("a.b.c", "")}).error(), wrong + "a.b.c");
  EXPECT_THAT(
      put_members(data_sets_, "A.LIB", {file("ok", "x"), file("euro", "\xe2\x82\xac")}, ContentForm::text).error(),
      HasSubstr("euro: line 1 has a character that IBM-1047 lacks"));
  EXPECT_THAT(data_sets_.names(), IsEmpty());
}

TEST_F(Library, ASequentialDataSetGetsNoMembers) {
  data_sets_.put({"A.LIB", "VB", 84, {}});
  EXPECT_EQ(put({file("a", "")}).error(), "A.LIB is a sequential data set, and has no members");
}

TEST_F(Library, OctetsStayAsTheyAre) {
  const base::Bytes octets{0x30, 0x82, 0x00};
  const auto done = put_members(data_sets_, "A.LIB", {{"der", octets}}, {}, {"VB", 0});
  ASSERT_TRUE(done);
  EXPECT_FALSE(done->is_text);
  EXPECT_EQ(contents(*data_sets_.find("A.LIB(DER)")), octets);
}

}  // namespace
}  // namespace ringside::host
