// tests/emulator/jes/programs/bpxbatch_test.cpp - BPXBATCH: where it takes its command from, and its condition code.
#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::HasSubstr;

class Bpxbatch : public test_support::JobTest {
 protected:
  Bpxbatch() { lab_.must("ALTUSER IBMUSER OMVS(UID(0))"); }
  JobResult batch(const std::string& operands, const std::string& dds = "") {
    return run_steps("//SH EXEC PGM=BPXBATCH" + operands + "\n//STDOUT DD SYSOUT=*\n//STDERR DD SYSOUT=*\n" + dds);
  }
};

TEST_F(Bpxbatch, GivesAnExitStatusTimes256InTwelveBits) {
  const auto job = batch(",PARM='SH nosuchcommand'");  // 127, and 127 * 256 is 3840 in twelve bits
  EXPECT_EQ(job.status_text(), "CC 3840");
  EXPECT_THAT(file(job, "STDERR"), HasSubstr("nosuchcommand"));
}

TEST_F(Bpxbatch, RunsTheShellOnTheFilesOfTheLab) {
  lab_.must("ALTUSER IBMUSER OMVS(UID(7) HOME(/u/ibmuser))");
  const auto job =
      batch("",
            "//STDPARM DD *\nSH echo echo played > f;\n pwd; cat /u/ibmuser/f; echo $LOGNAME $WHERE $HOME\n/*\n"
            "//STDENV DD *\nWHERE=here\n/*\n");
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_EQ(file(job, "STDOUT"), "/u/ibmuser\necho played\nIBMUSER here /u/ibmuser\n");
  EXPECT_EQ(file(batch(",PARM='PGM f'"), "STDOUT"), "played\n");
  EXPECT_EQ(batch(",PARM='SH cat /nosuch'").status_text(), "CC 0256");
  EXPECT_EQ(file(batch("", "//STDIN DD *\necho one\necho two\n/*\n"), "STDOUT"), "one\ntwo\n");
}

TEST_F(Bpxbatch, MayDoWhatTheUidOfTheUserMay) {
  lab_.must("ALTUSER IBMUSER OMVS(UID(7))");
  EXPECT_EQ(batch(",PARM='SH cp /tmp/x /x || echo x > /x'").status_text(), "CC 0256");
  lab_.must("ALTUSER IBMUSER OMVS(UID(0))");
  EXPECT_EQ(batch(",PARM='SH echo x > /x'").status_text(), "CC 0000");
}

TEST_F(Bpxbatch, RefusesAUserWithoutUid) {
  lab_.must("ALTUSER IBMUSER NOOMVS");
  EXPECT_EQ(batch(",PARM='SH echo x > /tmp/x'").status_text(), "CC 0255");
}

TEST_F(Bpxbatch, TakesItsCommandFromStdparm) {
  const auto job = batch("", "//STDPARM DD *\nSH nosuchcommand\n one two\n/*\n");
  EXPECT_EQ(job.status_text(), "CC 3840");
  EXPECT_THAT(file(job, "STDERR"), HasSubstr("nosuchcommand"));
}

TEST_F(Bpxbatch, RefusesWhatItCannotStart) {
  for (const auto& [parm, cause] :
       {std::pair{",PARM='LS -l'", "THE PARAMETER BEGINS NEITHER WITH SH NOR WITH PGM"},
        std::pair{",PARM='PGM'", "PGM NAMES NO PROGRAM"},
        std::pair{",PARM='PGM /no/such'", "/no/such: No such file or directory"},
        std::pair{",PARM='PGM /bin/ls -l'", "ARGUMENTS OF PGM"}, std::pair{"", "NEITHER PARM, STDPARM NOR STDIN"}}) {
    const auto job = batch(parm);
    EXPECT_EQ(job.status_text(), "CC 0255") << parm;
    EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr(std::string("RSD354I BPXBATCH: ") + cause)) << parm;
  }
}

}  // namespace
}  // namespace ringside::jes
