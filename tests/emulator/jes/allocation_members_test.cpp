// tests/emulator/jes/allocation_members_test.cpp - members of libraries as DDs, INCLUDE groups and procedures.
#include <gmock/gmock.h>

#include "emulator/host/library.hpp"
#include "emulator/jes/allocation.hpp"
#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class Members : public test_support::JobTest {
 protected:
  Members() {
    put("CMDS", " ADDGROUP ONE\n");
    put("MORE", " ADDGROUP TWO\n");
  }
  void put(const std::string& member, const std::string& text) {
    racf::Session session = lab_.session();
    ASSERT_TRUE(host::put_members(session.data_sets, "A.LIB", {{member, base::to_bytes(text)}}));
  }
  std::vector<std::string> members(const std::string& library = "A.LIB") {
    return lab_.session().data_sets.members(library);
  }
  std::string text(const std::string& name) {
    const auto found = lab_.session().data_sets.find(name);
    return found ? host::text_of(*found).value_or("(no text)") : "(missing)";
  }
  jes::JobResult run_with(const std::string& dds) {
    return run_steps("//S1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n" + dds);
  }
  static std::string copy(const std::string& from, const std::string& to) {
    return "//S1 EXEC PGM=IEBGENER\n//SYSPRINT DD SYSOUT=*\n//SYSIN DD DUMMY\n//SYSUT1 DD " + from + "\n//SYSUT2 DD " +
           to + "\n";
  }
};

TEST_F(Members, AreReadAloneAndInAConcatenation) {
  const auto job = run_with(
      "//SYSTSIN DD DSN=A.LIB(CMDS),DISP=SHR\n// DD *\n ADDGROUP MIDDLE\n/*\n// DD DISP=SHR,DSN=A.LIB(MORE)\n");
  EXPECT_EQ(job.status_text(), "CC 0000") << spool(job);
  EXPECT_EQ(job.steps[0].commands.size(), 3u);
  EXPECT_THAT(file(job, "JESYSMSG"), HasSubstr("IGD104I A.LIB                                        RETAINED,"));
}

TEST_F(Members, OneThatIsMissingEndsTheStepAsOnARealSystem) {
  const auto job = run_with("//SYSTSIN DD DSN=A.LIB(CMD),DISP=SHR\n//S2 EXEC PGM=IEFBR14\n");
  EXPECT_EQ(job.status_text(), "ABEND S013");
  EXPECT_THAT(statuses(job), ElementsAre("ABEND S013", "FLUSHED"));
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr("IEC141I 013-18,IGG0191B,TEST,S1,SYSTSIN,0A8F,LABV01,A.LIB\n"));
  EXPECT_THAT(file(job, "JESMSGLG"), HasSubstr("IEF450I TEST S1 - ABEND=S013 U0000 REASON=00000018\n"));
  EXPECT_THAT(job.steps[0].diagnostics, Contains("DD SYSTSIN: library A.LIB has no member CMD; did you mean CMDS?"));
}

TEST_F(Members, OfWhatIsNoLibraryFailTheJob) {
  lab_.put_text("A.SEQ", "PROFILE\n");
  EXPECT_EQ(run_with("//SYSTSIN DD DSN=A.SEQ(MEM),DISP=SHR\n").status_text(), "JCL ERROR");
  EXPECT_EQ(run_with("//SYSTSIN DD DSN=A.NONE(MEM),DISP=SHR\n").status_text(), "JCL ERROR");
  EXPECT_EQ(run_with("//SYSTSIN DD DSN=A.LIB(TOO-LONG),DISP=SHR\n").status_text(), "JCL ERROR");
}

TEST_F(Members, AreNamedWhenALibraryIsRead) {
  const auto job = run_with("//SYSTSIN DD DSN=A.LIB,DISP=SHR\n");
  EXPECT_EQ(job.status_text(), "JCL ERROR");
  EXPECT_THAT(file(job, "JESYSMSG"),
              HasSubstr("RSD356I TEST S1 SYSTSIN - LIBRARY A.LIB CANNOT BE READ WITHOUT A MEMBER\n"));
  const auto copied = run_steps(copy("DSN=A.LIB(CMDS),DISP=SHR", "DSN=A.LIB,DISP=OLD"));
  EXPECT_EQ(copied.status_text(), "JCL ERROR");
  EXPECT_THAT(members(), ElementsAre("CMDS", "MORE"));
}

TEST_F(Members, AreWrittenByIebgener) {
  EXPECT_EQ(run_steps(copy("DSN=A.LIB(CMDS),DISP=SHR", "DSN=A.LIB(COPY),DISP=OLD")).status_text(), "CC 0000");
  EXPECT_EQ(text("A.LIB(COPY)"), " ADDGROUP ONE\n");
  const auto made = run_steps(copy("*\n A\n/*", "DSN=B.LIB(NEW),DISP=(,CATLG),SPACE=(TRK,(1,1,5))"));
  EXPECT_EQ(made.status_text(), "CC 0000") << spool(made);
  EXPECT_THAT(members("B.LIB"), ElementsAre("NEW"));
  EXPECT_THAT(file(made, "JESYSMSG"), HasSubstr("DSN (B.LIB "));
}

TEST_F(Members, OneThatIsMissingIsNotCopiedAsEmpty) {
  EXPECT_EQ(run_steps(copy("DSN=A.LIB(NONE),DISP=SHR", "DSN=A.LIB(CMDS),DISP=OLD")).status_text(), "ABEND S013");
  EXPECT_EQ(text("A.LIB(CMDS)"), " ADDGROUP ONE\n");
}

TEST_F(Members, TakeWhatAProgramPrints) {
  const auto job =
      run_steps("//S1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD DSN=A.LIB(LOG),DISP=SHR\n//SYSTSIN DD *\n TIME\n/*\n");
  EXPECT_EQ(job.status_text(), "CC 0000") << spool(job);
  EXPECT_THAT(text("A.LIB(LOG)"), HasSubstr("READY\n TIME\nIKJ56650I TIME-"));
  EXPECT_EQ(lab_.session().data_sets.find("A.LIB")->record_length, 80) << "the format stays";
}

TEST_F(Members, ALibraryIsMadeWithItsDirectory) {
  const std::string br14 = "//S1 EXEC PGM=IEFBR14\n";
  for (const std::string operands :
       {"SPACE=(TRK,(5,5,10))", "DSNTYPE=LIBRARY", "DSORG=PO", "DCB=(DSORG=PO,LRECL=80)"}) {
    EXPECT_EQ(run_steps(br14 + "//D DD DSN=N.LIB,DISP=(NEW,CATLG)," + operands + "\n").status_text(), "CC 0000");
    ASSERT_TRUE(lab_.session().data_sets.find("N.LIB")) << operands;
    EXPECT_TRUE(lab_.session().data_sets.find("N.LIB")->is_library) << operands;
    EXPECT_EQ(run_steps(br14 + "//D DD DSN=N.LIB,DISP=(OLD,DELETE)\n").status_text(), "CC 0000");
  }
  run_steps(br14 + "//D DD DSN=N.SEQ,DISP=(NEW,CATLG),SPACE=(TRK,(5,5))\n");
  EXPECT_FALSE(lab_.session().data_sets.find("N.SEQ")->is_library);
}

TEST_F(Members, DispDeleteOnAMemberDeletesTheLibraryAndSaysSo) {
  const auto job = run_steps("//S1 EXEC PGM=IEFBR14\n//D DD DSN=A.LIB(CMDS),DISP=(OLD,DELETE)\n");
  EXPECT_FALSE(lab_.session().data_sets.find("A.LIB"));
  EXPECT_THAT(job.steps[0].diagnostics, Contains("DD D: DISP=DELETE deletes the whole library A.LIB"));
}

TEST_F(Members, AreProceduresAndIncludeGroupsOfJcllib) {
  put("PR", "//PR PROC P=IEFBR14\n//RUN EXEC PGM=&P\n// PEND\n");
  put("GRP", "//S2 EXEC PGM=IEFBR14\n");
  const auto job = run_steps("// JCLLIB ORDER=(A.LIB)\n//S1 EXEC PR\n// INCLUDE MEMBER=GRP\n");
  EXPECT_EQ(job.status_text(), "CC 0000") << spool(job);
  EXPECT_EQ(job.steps.size(), 2u);
  EXPECT_THAT(file(job, "JESJCL"), HasSubstr("A.LIB"));
  EXPECT_EQ(run_steps("// JCLLIB ORDER=NO.LIB\n//S1 EXEC PGM=IEFBR14\n").status_text(), "JCL ERROR");
}

TEST_F(Members, AreDeletedAndCopiedByIdcams) {
  const auto ams = [&](const std::string& command) {
    return run_steps("//S1 EXEC PGM=IDCAMS\n//SYSPRINT DD SYSOUT=*\n//SYSIN DD *\n " + command + "\n/*\n");
  };
  EXPECT_EQ(ams("REPRO INDATASET(A.LIB(CMDS)) OUTDATASET(A.LIB(THIRD))").status_text(), "CC 0000");
  EXPECT_EQ(text("A.LIB(THIRD)"), " ADDGROUP ONE\n");
  EXPECT_THAT(file(ams("DELETE A.LIB(THIRD)"), "SYSPRINT"), HasSubstr("IDC0549I MEMBER THIRD DELETED\n"));
  const auto gone = ams("DELETE A.LIB(THIRD)");
  EXPECT_EQ(gone.status_text(), "CC 0008");
  EXPECT_THAT(file(gone, "SYSPRINT"), HasSubstr("IDC3330I ** THIRD    NOT FOUND"));
  EXPECT_EQ(ams("REPRO INDATASET(A.LIB) OUTDATASET(A.LIB(X))").status_text(), "CC 0012");
}

}  // namespace
}  // namespace ringside::jes
