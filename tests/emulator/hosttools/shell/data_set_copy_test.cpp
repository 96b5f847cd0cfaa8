// tests/emulator/hosttools/shell/data_set_copy_test.cpp - cp between files and data sets.
#include "emulator/hosttools/shell/data_set_copy.hpp"

#include <gmock/gmock.h>

#include "emulator/host/data_sets.hpp"
#include "emulator/host/records.hpp"
#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

using testing::HasSubstr;

class DataSetCopy : public ShellHost {
 protected:
  DataSetCopy() { system_.kind = "zos"; }
  [[nodiscard]] host::DataSets data_sets() { return {lab_, system_.name}; }
};

TEST_F(DataSetCopy, TextBecomesRecordsAndRecordsBecomeText) {
  EXPECT_EQ(run("printf 'one\\ntwo\\n' >f; cp -F crnl f \"//'A.TEXT'\"; cp \"//'A.TEXT'\" g; cat g"), "0|one\ntwo\n|");
  EXPECT_EQ(host::text_of(*data_sets().find("A.TEXT")), "one\ntwo\n");
}

TEST_F(DataSetCopy, ANameWithoutQuotesGetsThePrefix) {
  EXPECT_EQ(run("echo x >f; cp f //my.text; mkdir d; cp //MY.TEXT d; cat d/ROOT.MY.TEXT"), "0|x\n|");
}

TEST_F(DataSetCopy, ADataSetKeepsItsForm) {
  data_sets().put(*host::text_records("A.FB", "old", {"FB", 80}));
  EXPECT_EQ(run("echo new >f; cp f \"//'A.FB'\""), "0||");
  EXPECT_EQ(data_sets().find("A.FB")->record_format, "FB");
  EXPECT_EQ(data_sets().find("A.FB")->records.at(0).size(), 80u);
}

TEST_F(DataSetCopy, WhatIsNotTextIsCopiedAsOctets) {
  ASSERT_TRUE(files_.write("/home/tws/f", base::Bytes{0x30, 0x00, 0x01}));
  EXPECT_EQ(run("cp f \"//'A.BIN'\" && cp -B \"//'A.BIN'\" g && cmp f g"), "0||");
}

TEST_F(DataSetCopy, MembersAreOfALibraryThatIsThere) {
  EXPECT_EQ(run("echo x >f; cp f \"//'A.LIB(M)'\""), "1||cp: '//'A.LIB(M)'': there is no such library\n");
  host::DataSet library = *host::text_records("A.LIB", "", {"FB", 80});
  library.is_library = true;
  data_sets().put(library);
  EXPECT_EQ(run("cp f \"//'A.LIB(M)'\"; cp \"//'A.LIB(M)'\" g; cat g"), "0|x\n|");
  EXPECT_EQ(run("cp f \"//'A.LIB'\""), "1||cp: '//'A.LIB'': it is a library: name a member\n");
  EXPECT_THAT(run("cp \"//'A.LIB'\" g"), HasSubstr("it is a library: name a member"));
}

TEST_F(DataSetCopy, RefusesWhatIsNotThere) {
  EXPECT_EQ(run("cp \"//'NO.SUCH'\" g"), "1||cp: cannot stat '//'NO.SUCH'': No such file or directory\n");
  EXPECT_EQ(run("cp none \"//'A.B'\""), "1||cp: cannot stat 'none': No such file or directory\n");
}

}  // namespace
}  // namespace ringside::shell
