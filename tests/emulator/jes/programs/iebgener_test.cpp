// tests/emulator/jes/programs/iebgener_test.cpp - IEBGENER: what it copies, under which attributes, what it refuses.
#include <gmock/gmock.h>

#include "base/ebcdic.hpp"
#include "tests/emulator/jes/run_job.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class Iebgener : public test_support::JobTest {
 protected:
  /// A step with these SYSUT1 and SYSUT2, SYSIN being DUMMY.
  JobResult copy(const std::string& from, const std::string& to, const std::string& control = "//SYSIN DD DUMMY\n") {
    return run_steps("//GEN EXEC PGM=IEBGENER\n//SYSPRINT DD SYSOUT=*\n" + control + "//SYSUT1 DD " + from +
                     "//SYSUT2 DD " + to + "\n");
  }
  host::DataSet data_set(const std::string& name) {
    return lab_.session().data_sets.find(name).value_or(host::DataSet{.name = "none", .records = {}});
  }
};

TEST_F(Iebgener, MakesACardImageDataSetOfInStreamData) {
  const auto job = copy("*\nFIRST\nSECOND\n", "DSN=SITE.COPY,DISP=(NEW,CATLG)");
  EXPECT_EQ(job.status_text(), "CC 0000");
  const host::DataSet made = data_set("SITE.COPY");
  EXPECT_EQ(made.record_format, "FB");
  EXPECT_EQ(made.record_length, 80);
  ASSERT_EQ(made.records.size(), 2u);
  EXPECT_EQ(made.records[0], base::to_ebcdic(base::pad_right("FIRST", 80)));
  EXPECT_EQ(file(job, "SYSPRINT"),
            base::pad_right("DATA SET UTILITY - GENERATE", 98) +
                "PAGE 0001\n\nIEB352I WARNING: ONE OR MORE OF THE OUTPUT DCB PARMS COPIED FROM INPUT\n\n"
                "PROCESSING ENDED AT EOD\n");
}

TEST_F(Iebgener, KeepsTheAttributesThatTheOutputSays) {
  const auto job = copy("*\nLINE\n", "DSN=SITE.COPY,DISP=(NEW,CATLG),DCB=(RECFM=VB,LRECL=84)");
  EXPECT_EQ(data_set("SITE.COPY").record_format, "VB");
  EXPECT_THAT(file(job, "SYSPRINT"), testing::Not(HasSubstr("IEB352I")));
}

TEST_F(Iebgener, CopiesEveryOctetOfABinaryDataSet) {
  base::Bytes all;
  for (int octet = 0; octet < 256; ++octet) all.push_back(static_cast<std::uint8_t>(octet));
  lab_.session().data_sets.put({"SITE.DER", "VB", 300, {all, {}, {0, 0x40}}});
  EXPECT_EQ(copy("DSN=SITE.DER,DISP=SHR\n", "DSN=SITE.COPY,DISP=(NEW,CATLG)").status_text(), "CC 0000");
  EXPECT_THAT(data_set("SITE.COPY").records, ElementsAre(all, base::Bytes{}, base::Bytes{0, 0x40}));
  EXPECT_EQ(data_set("SITE.COPY").record_length, 300);
}

TEST_F(Iebgener, GivesACertificateInTheJobToRacdcert) {
  lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('A')) WITHLABEL('A')");
  lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('A')) DSN('SITE.PEM') FORMAT(CERTB64)");
  const std::string pem = lab_.get_text("SITE.PEM");
  lab_.must("RACDCERT CERTAUTH DELETE(LABEL('A'))");
  // Card images keep RECFM=FB, which RACDCERT does not read; a job must say VB.
  copy("DATA\n" + pem + "/*\n", "DSN=SITE.FIXED,DISP=(NEW,CATLG)");
  EXPECT_EQ(lab_.run("RACDCERT CERTAUTH ADD('SITE.FIXED') WITHLABEL('B') TRUST").return_code, 8);
  copy("DATA\n" + pem + "/*\n", "DSN=SITE.CARDS,DISP=(NEW,CATLG),DCB=(RECFM=VB,LRECL=84)");
  lab_.must("RACDCERT CERTAUTH ADD('SITE.CARDS') WITHLABEL('B') TRUST");
}

TEST_F(Iebgener, AddsToADataSetOfDispMod) {
  copy("*\nONE\n", "DSN=SITE.COPY,DISP=(NEW,CATLG)");
  copy("*\nTWO\n", "DSN=SITE.COPY,DISP=MOD");
  EXPECT_EQ(data_set("SITE.COPY").records.size(), 2u);
  copy("*\nTHREE\n", "DSN=SITE.COPY,DISP=OLD");
  EXPECT_EQ(data_set("SITE.COPY").records.size(), 1u);
  copy("DUMMY\n", "DSN=SITE.COPY,DISP=OLD");
  EXPECT_EQ(data_set("SITE.COPY").records.size(), 0u);
}

TEST_F(Iebgener, PrintsOnSysoutAndReadsAConcatenation) {
  lab_.put_text("SITE.TAIL", "TAIL\n");
  const auto job = copy("*\nHEAD\n/*\n// DD DSN=SITE.TAIL,DISP=SHR\n", "SYSOUT=*");
  EXPECT_EQ(file(job, "SYSUT2"), "HEAD\nTAIL\n");
}

TEST_F(Iebgener, RefusesRecordsThatDoNotFit) {
  const auto job = copy("*\nLINE\n", "DSN=SITE.COPY,DISP=(NEW,CATLG),RECFM=FB,LRECL=40");
  EXPECT_EQ(job.steps[0].condition_code, 12);
  EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("IEB311I CONFLICTING DCB PARAMETERS"));
  EXPECT_THAT(job.steps[0].diagnostics, Contains(HasSubstr("RECFM=FB,LRECL=40")));
}

TEST_F(Iebgener, RefusesTemporaryDataSetsWhichALabDoesNotKeep) {
  const auto job = copy("*\nLINE\n", "DSN=&&TEMP,DISP=(NEW,PASS)");
  EXPECT_EQ(job.steps[0].condition_code, 12);
  EXPECT_THAT(file(job, "SYSPRINT"), HasSubstr("RSD351I IEBGENER: A TEMPORARY DATA SET FOR SYSUT2 IS NOT EMULATED"));
}

TEST_F(Iebgener, RefusesControlStatementsAndMissingDds) {
  const auto control = copy("DUMMY\n", "SYSOUT=*", "//SYSIN DD *\n GENERATE MAXFLDS=1\n/*\n");
  EXPECT_EQ(control.steps[0].condition_code, 12);
  EXPECT_THAT(file(control, "SYSPRINT"), HasSubstr("RSD351I IEBGENER: GENERATE IS NOT EMULATED"));
  const auto missing = run_steps("//GEN EXEC PGM=IEBGENER\n//SYSPRINT DD SYSOUT=*\n//SYSIN DD DUMMY\n");
  EXPECT_EQ(missing.steps[0].condition_code, 12);
  EXPECT_THAT(file(missing, "SYSPRINT"), HasSubstr("IEB316I DDNAME SYSUT1 CANNOT BE OPENED"));
  EXPECT_THAT(file(missing, "JESMSGLG"), HasSubstr("IEC130I SYSUT1 DD STATEMENT MISSING"));
  EXPECT_EQ(run_steps("//GEN EXEC PGM=IEBGENER\n").steps[0].condition_code, 12);
}

}  // namespace
}  // namespace ringside::jes
