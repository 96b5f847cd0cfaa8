// tests/emulator/jes/path_file_test.cpp - DD statements with PATH=: made, read, written, refused.
#include "emulator/jes/path_file.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::HasSubstr;

class PathDd : public test_support::JobTest {
 protected:
  PathDd() { lab_.must("ALTUSER IBMUSER OMVS(UID(7) HOME(/u/ibmuser))"); }

  JobResult shell(const std::string& command, const std::string& output) {
    return run_steps("//SH EXEC PGM=BPXBATCH,PARM='SH " + command + "'\n//STDOUT DD " + output + "\n");
  }
  std::string content(const std::string& path) {
    const host::LabFiles files(lab_.lab(), lab_.session().system, "root");
    const auto read = files.read(path);
    return read ? base::to_text(*read) : host::file_error_text(read.error());
  }
  static constexpr const char* create = "PATH='/tmp/out',PATHOPTS=(OWRONLY,OCREAT,OTRUNC),PATHMODE=SIRWXU";
};

TEST_F(PathDd, TakesWhatAProgramPrints) {
  EXPECT_EQ(shell("echo one", create).status_text(), "CC 0000");
  EXPECT_EQ(content("/tmp/out"), "one\n");
  shell("echo two", "PATH='/tmp/out',PATHOPTS=(OWRONLY,OAPPEND)");
  EXPECT_EQ(content("/tmp/out"), "one\ntwo\n");
  shell("echo three", create);
  EXPECT_EQ(content("/tmp/out"), "three\n");
}

TEST_F(PathDd, GivesCommandsToAProgram) {
  shell("echo ADDGROUP FROMFILE", create);
  const auto job = run_steps("//T EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD PATH='/tmp/out'\n");
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_TRUE(lab_.session().database.groups.find("FROMFILE"));
}

TEST_F(PathDd, IsCopiedByIebgener) {
  shell("echo line", create);
  const auto job = run_steps(
      "//G EXEC PGM=IEBGENER\n//SYSPRINT DD SYSOUT=*\n//SYSIN DD DUMMY\n//SYSUT1 DD PATH='/tmp/out'\n"
      "//SYSUT2 DD DSN=SITE.FILE,DISP=(NEW,CATLG),RECFM=VB,LRECL=84\n"
      "//B EXEC PGM=IEBGENER\n//SYSPRINT DD SYSOUT=*\n//SYSIN DD DUMMY\n//SYSUT1 DD DSN=SITE.FILE,DISP=SHR\n"
      "//SYSUT2 DD PATH='/tmp/back',PATHOPTS=(OWRONLY,OCREAT)\n");
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_EQ(lab_.get_text("SITE.FILE"), "line\n");
  EXPECT_EQ(content("/tmp/back"), "line\n");
}

TEST_F(PathDd, FailsTheJobWhenItCannotBeOpened) {
  for (const auto& [dd, cause] :
       {std::pair{"PATH='/tmp/none'", "No such file or directory"},
        std::pair{"PATH='/root',PATHOPTS=OCREAT", "Permission denied"}, std::pair{"PATH='/tmp'", "Is a directory"}}) {
    const auto job = shell("echo x", dd);
    EXPECT_EQ(job.status_text(), "JCL ERROR") << dd;
    EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr(cause)) << dd;
  }
  shell("echo x", create);
  EXPECT_EQ(shell("echo x", "PATH='/tmp/out',PATHOPTS=(OCREAT,OEXCL)").status_text(), "JCL ERROR");
}

TEST_F(PathDd, IsDeletedAsPathdispSays) {
  shell("echo x", "PATH='/tmp/out',PATHOPTS=(OWRONLY,OCREAT),\n// PATHDISP=(DELETE,KEEP)");
  EXPECT_EQ(content("/tmp/out"), "No such file or directory");
}

TEST_F(PathDd, HoldsNothingOfAStepThatFailed) {
  run_steps("//S EXEC PGM=IEFBR14\n//A DD PATH='/tmp/out',PATHOPTS=(OCREAT)\n//B DD PATH='/tmp/none'\n");
  EXPECT_EQ(content("/tmp/out"), "No such file or directory");
}

}  // namespace
}  // namespace ringside::jes
