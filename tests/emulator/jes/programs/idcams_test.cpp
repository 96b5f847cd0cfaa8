// tests/emulator/jes/programs/idcams_test.cpp - IDCAMS: its functions, its condition codes, its flow.
#include <gmock/gmock.h>

#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Idcams : public test_support::JobTest {
 protected:
  JobResult ams(const std::string& commands, const std::string& dds = "") {
    return run_steps("//AMS EXEC PGM=IDCAMS\n//SYSPRINT DD SYSOUT=*\n" + dds + "//SYSIN DD *\n" + commands + "/*\n");
  }
  int code(const std::string& commands) { return ams(commands).steps.at(0).condition_code; }
  std::vector<std::string> names() { return lab_.session().data_sets.names(); }
};

TEST_F(Idcams, DeletesEntriesAndSaysSo) {
  lab_.put_text("SITE.A", "x\n");
  lab_.put_text("SITE.B", "x\n");
  lab_.put_text("SITE.C.X", "x\n");
  lab_.put_text("SITE.D.X", "x\n");
  const auto job = ams("  DELETE (SITE.A 'SITE.B') NONVSAM PURGE\n  DEL SITE.*.X NVSAM SCRATCH\n");
  EXPECT_EQ(job.status_text(), "CC 0000");
  EXPECT_THAT(names(), ElementsAre());
  EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("IDC0550I ENTRY (A) SITE.A DELETED\nIDC0550I ENTRY (A) SITE.B DELETED\n"
                                               "IDC0001I FUNCTION COMPLETED, HIGHEST CONDITION CODE WAS 0\n"));
  EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("ENTRY (A) SITE.C.X DELETED\nIDC0550I ENTRY (A) SITE.D.X DELETED\n"));
  EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("IDC0002I IDCAMS PROCESSING COMPLETE. MAXIMUM CONDITION CODE WAS 0\n"));
}

TEST_F(Idcams, EndsWith8ForAnEntryThatIsNotThere) {
  const auto job = ams("  DELETE SITE.GONE\n");
  EXPECT_EQ(job.status_text(), "CC 0008");
  EXPECT_THAT(file(job, "SYSPRINT"),
              HasSubstr("IDC3012I ENTRY SITE.GONE NOT FOUND\n"
                        "IDC3009I ** VSAM CATALOG RETURN CODE IS 8 - REASON CODE IS IGG0CLEG-42\n"
                        "IDC0551I ** ENTRY SITE.GONE NOT DELETED\n"
                        "IDC0001I FUNCTION COMPLETED, HIGHEST CONDITION CODE WAS 8\n"));
  lab_.put_text("SITE.PS", "x\n");
  EXPECT_EQ(code("  DELETE SITE.PS CLUSTER\n"), 8);
  EXPECT_THAT(names(), ElementsAre("SITE.PS"));
}

TEST_F(Idcams, SetsItsCodesAsTheJobAsks) {
  EXPECT_EQ(code("  DELETE NO.SUCH\n  SET MAXCC = 0\n"), 0);
  EXPECT_EQ(code("  DELETE NO.SUCH\n  IF LASTCC = 8 THEN SET MAXCC=0\n"), 0);
  EXPECT_EQ(code("  DELETE NO.SUCH\n  IF MAXCC LE 8 THEN -\n     SET MAXCC=0\n"), 0);
  EXPECT_EQ(code("  DELETE NO.SUCH\n  IF MAXCC LT 8 THEN SET MAXCC=0\n"), 8);
  EXPECT_EQ(code("  SET LASTCC=4\n"), 4);
  EXPECT_EQ(code("  SET MAXCC=99\n"), 16);
}

TEST_F(Idcams, FollowsGroupsAndTheOtherBranch) {
  const std::string flow =
      "  DELETE NO.SUCH\n  IF LASTCC = {} THEN DO\n    DELETE SITE.YES\n    SET MAXCC=0\n  END\n"
      "  ELSE DO\n    DELETE SITE.NO\n    SET MAXCC=2\n  END\n";
  for (const auto& [tested, left, ends] : {std::tuple{"8", "SITE.NO", 0}, std::tuple{"0", "SITE.YES", 2}}) {
    lab_.put_text("SITE.YES", "x\n");
    lab_.put_text("SITE.NO", "x\n");
    EXPECT_EQ(code(base::replace_all(flow, "{}", tested)), ends);
    EXPECT_THAT(names(), ElementsAre(left));
  }
}

TEST_F(Idcams, TakesAThenWithoutACommandForANullCommand) {
  EXPECT_EQ(code("  IF MAXCC=0 THEN\n  ELSE SET MAXCC=12\n"), 0);
  // No continuation: SET stands alone and always runs.
  EXPECT_EQ(code("  IF MAXCC=4 THEN\n  SET MAXCC=2\n"), 2);
}

TEST_F(Idcams, StopsAt16WhenItsFlowIsWrong) {
  lab_.put_text("SITE.KEPT", "x\n");
  for (const char* wrong : {"  IF RC=8 THEN SET MAXCC=0\n", "  IF LASTCC=8 SET MAXCC=0\n", "  END\n",
                            "  ELSE SET MAXCC=0\n", "  DO\n  SET MAXCC=0\n", "  SET MAXCC 4\n"}) {
    const auto job = ams(std::string(wrong) + "  DELETE SITE.KEPT\n");
    EXPECT_EQ(job.steps[0].condition_code, 16) << wrong;
    EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("RSD353I")) << wrong;
  }
}

TEST_F(Idcams, BoundsTheNestingOfItsFlow) {
  std::string deep;
  for (int i = 0; i < 1'000; ++i) deep += "  IF MAXCC=0 THEN DO\n";
  EXPECT_EQ(code(deep), 16);
}

TEST_F(Idcams, BypassesWhatItCannotReadAndGoesOn) {
  lab_.put_text("SITE.LAST", "x\n");
  const auto job =
      ams("  DELETE SITE.X FOO\n  DELETE lower.case\n  DEFINE CLUSTER(NAME(X))\n  DELETE\n  NOSUCH\n"
          "  DELETE X NOSCRATCH\n  DELETE SITE.LAST\n");
  EXPECT_EQ(job.status_text(), "CC 0012");
  const std::string printed = file(job, "SYSPRINT");
  EXPECT_THAT(printed, HasSubstr("IDC3211I KEYWORD 'FOO' IS IMPROPER\n"
                                 "IDC3202I ABOVE TEXT BYPASSED UNTIL NEXT COMMAND. CONDITION CODE IS 12\n"));
  EXPECT_THAT(printed, HasSubstr("IDC3203I ITEM 'lower.case' DOES NOT ADHERE TO RESTRICTIONS\n"));
  EXPECT_THAT(printed, HasSubstr("RSD351I IDCAMS: DEFINE IS NOT EMULATED\n"));
  EXPECT_THAT(printed, HasSubstr("RSD351I DELETE: NOSCRATCH IS NOT EMULATED\n"));
  EXPECT_THAT(printed, HasSubstr("RSD352I COMMAND NOSUCH UNRECOGNIZED\n"));
  EXPECT_THAT(names(), ElementsAre());
}

TEST_F(Idcams, ReadsColumns2To72) {
  std::string numbered = "  DELETE SITE.A -";
  numbered.resize(72, ' ');
  lab_.put_text("SITE.A", "x\n");
  EXPECT_EQ(code(numbered + "00010000\n         PURGE\n"), 0);
  const auto job = ams("DELETE SITE.A\n");
  EXPECT_EQ(job.status_text(), "CC 0012");
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("columns 2 to 72")));
}

TEST_F(Idcams, ListsEntriesAndLevels) {
  lab_.put_text("SITE.CERT.B64", "x\n");
  lab_.put_text("SITE.CERT", "x\n");
  const auto job = ams("  LISTCAT ENT(SITE.CERT NO.SUCH)\n  LISTC LVL(SITE.CERT)\n");
  EXPECT_EQ(job.status_text(), "CC 0004");
  const std::string printed = file(job, "SYSPRINT");
  EXPECT_THAT(printed, HasSubstr("NONVSAM ------- SITE.CERT\n     IN-CAT --- "));
  EXPECT_THAT(printed, HasSubstr("IDC3012I ENTRY NO.SUCH NOT FOUND\n"));
  EXPECT_THAT(printed, HasSubstr("IDC1566I ** NO.SUCH NOT LISTED\n"));
  EXPECT_THAT(printed, HasSubstr("NONVSAM ------- SITE.CERT.B64\n"));
  EXPECT_THAT(printed, HasSubstr("                   NONVSAM ---------------1\n"));
  EXPECT_EQ(code("  LISTCAT\n"), 12);
}

TEST_F(Idcams, CopiesWithRepro) {
  lab_.put_text("SITE.FROM", "one\ntwo\nthree\n");
  lab_.put_text("SITE.TO", "old\n");
  const auto job = ams("  REPRO INDATASET(SITE.FROM) OUTDATASET(SITE.TO)\n");
  EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("IDC0005I NUMBER OF RECORDS PROCESSED WAS 3\n"
                                               "IDC0001I FUNCTION COMPLETED, HIGHEST CONDITION CODE WAS 0\n"));
  EXPECT_EQ(lab_.get_text("SITE.TO"), lab_.get_text("SITE.FROM"));
  EXPECT_EQ(file(ams("  REPRO IFILE(IN) OFILE(OUT) SKIP(1) COUNT(1)\n",
                     "//IN DD DSN=SITE.FROM,DISP=SHR\n//OUT DD SYSOUT=*\n"),
                 "OUT"),
            "two\n");
}

TEST_F(Idcams, ReproRefusesWhatIsMissing) {
  const auto job = ams("  REPRO INFILE(IN) OUTFILE(OUT)\n  REPRO IDS(NO.SUCH) ODS(NO.OTHER)\n  REPRO IDS(NO.SUCH)\n");
  EXPECT_EQ(job.status_text(), "CC 0012");
  EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("IDC3300I ERROR OPENING IN\n"));
  EXPECT_THAT(file(job, "SYSPRINT"),
              HasSubstr("IKJ56228I DATA SET NO.SUCH NOT IN CATALOG OR CATALOG CAN NOT BE ACCESSED\n"));
}

TEST_F(Idcams, NeedsSysprintAndSysin) {
  EXPECT_EQ(run_steps("//AMS EXEC PGM=IDCAMS\n//SYSIN DD DUMMY\n").steps[0].condition_code, 16);
  EXPECT_EQ(run_steps("//AMS EXEC PGM=IDCAMS\n//SYSPRINT DD SYSOUT=*\n").steps[0].condition_code, 16);
}

}  // namespace
}  // namespace ringside::jes
