// tests/interop/zosmf_services_interop_test.cpp - the real Zowe CLI submits jobs, issues commands and moves files.
#include <fstream>

#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using test_support::ZoweCli;
using testing::AllOf;
using testing::HasSubstr;

class ZoweServices : public ZoweCli {
 protected:
  void SetUp() override {
    ZoweCli::SetUp();
    if (IsSkipped()) return;
    write("list.jcl",
          "//LISTCA JOB 1\n//STEP1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n"
          " RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))\n/*\n");
  }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(file(name), std::ios::binary) << content;
  }
  /// A command that must end with 0; its output.
  [[nodiscard]] std::string shown(const std::string& command) const {
    const auto result = zowe(command);
    EXPECT_EQ(result.status, 0) << command << "\n" << result.output;
    return result.output;
  }
};

TEST_F(ZoweServices, SubmitsAJobAndReadsItsOutput) {
  const auto job = AllOf(HasSubstr("jobid:   JOB00001"), HasSubstr("retcode: CC 0000"), HasSubstr("jobname: LISTCA"),
                         HasSubstr("status:  OUTPUT"));
  EXPECT_THAT(shown("zos-jobs submit local-file list.jcl --wait-for-output"), job);
  EXPECT_THAT(shown("zos-jobs view job-status-by-jobid JOB00001"), job);
  EXPECT_THAT(shown("zos-jobs list jobs --owner IBMUSER --prefix 'LIST*'"),
              HasSubstr("JOB00001 CC 0000 LISTCA OUTPUT"));
  EXPECT_THAT(shown("zos-jobs list spool-files-by-jobid JOB00001"), HasSubstr("2 JESMSGLG   JES2"));
  EXPECT_THAT(shown("zos-jobs view spool-file-by-id JOB00001 2"), HasSubstr("J E S 2  J O B  L O G"));
  EXPECT_THAT(shown("zos-jobs submit local-file list.jcl --view-all-spool-content"),
              AllOf(HasSubstr("Spool file: JESMSGLG (ID #2, Step: JES2)"),
                    HasSubstr("Spool file: SYSTSPRT (ID #102, Step: STEP1)"), HasSubstr("Label: zOSMFCA")));
}

TEST_F(ZoweServices, DownloadsCancelsAndDeletesAJob) {
  static_cast<void>(shown("zos-jobs submit local-file list.jcl"));
  EXPECT_THAT(shown("zos-jobs download output JOB00001 --directory out"), HasSubstr("Destination: out"));
  EXPECT_TRUE(std::filesystem::exists(file("out/JOB00001/STEP1/SYSTSPRT.txt")));
  EXPECT_THAT(shown("zos-jobs cancel job JOB00001"), HasSubstr("Successfully canceled job LISTCA (JOB00001)"));
  EXPECT_THAT(shown("zos-jobs cancel job JOB00001 --modify-version 1.0"),
              HasSubstr("Successfully submitted request to cancel job"));
  EXPECT_THAT(shown("zos-jobs search job 'LIST*' --search-string zOSMFCA"), HasSubstr("Label: zOSMFCA"));
  EXPECT_THAT(shown("zos-jobs delete job JOB00001"), HasSubstr("Successfully deleted job LISTCA (JOB00001)"));
  const auto gone = zowe("zos-jobs view job-status-by-jobid JOB00001");
  EXPECT_EQ(gone.status, 1);
  EXPECT_THAT(gone.output, HasSubstr("Zero jobs were returned."));
}

TEST_F(ZoweServices, IssuesTsoCommands) {
  const std::string list = "zos-tso issue command \"LISTGRP SYS1\" --account ACCT1";
  EXPECT_THAT(shown(list), AllOf(HasSubstr("INFORMATION FOR GROUP SYS1"), HasSubstr("READY")));
  EXPECT_THAT(shown(list + " --suppress-startup-messages false"),
              AllOf(HasSubstr("IBMUSER LOGON IN PROGRESS AT"), HasSubstr("Servlet Key: ")));
  std::string key = shown("zos-tso start address-space --account ACCT1 --sko");
  key = key.substr(0, key.find('\n'));
  EXPECT_THAT(shown("zos-tso send address-space " + key + " --data \"LISTGRP SYS1\""), HasSubstr("GROUP SYS1"));
  EXPECT_THAT(shown("zos-tso ping address-space " + key),
              HasSubstr("TSO address space pinged successfully, key was: " + key));
  EXPECT_THAT(shown("zos-tso stop address-space " + key),
              HasSubstr("TSO address space ended successfully, key was: " + key));
}

TEST_F(ZoweServices, MovesTextThroughADataSet) {
  EXPECT_THAT(shown("zos-files create data-set-sequential IBMUSER.CA.CERT --recfm VB --lrecl 84 --blksize 27998"),
              HasSubstr("Data set created successfully."));
  EXPECT_THAT(shown("zos-files upload file-to-data-set " + ca_ + " IBMUSER.CA.CERT"), HasSubstr("success: true"));
  EXPECT_THAT(shown("zos-files list data-set IBMUSER -a"),
              AllOf(HasSubstr("IBMUSER.CA.CERT"), HasSubstr("recfm:  VB")));
  EXPECT_THAT(shown("zos-files view data-set IBMUSER.CA.CERT"), HasSubstr("-----BEGIN CERTIFICATE-----"));
  static_cast<void>(shown("zos-files download data-set IBMUSER.CA.CERT --file copy.pem"));
  EXPECT_EQ(test_support::run_program("cmp " + ca_ + " " + file("copy.pem")).status, 0);
}

TEST_F(ZoweServices, MovesOctetsThroughADataSetAndDeletesIt) {
  static_cast<void>(shown("zos-files create data-set-sequential IBMUSER.P12 --recfm VB --lrecl 256"));
  write("some.p12", std::string("\0\1\n\r\xff", 5) + std::string(1'000, '\x80'));
  static_cast<void>(shown("zos-files upload file-to-data-set some.p12 IBMUSER.P12 --binary"));
  static_cast<void>(shown("zos-files download data-set IBMUSER.P12 --binary --file copy.p12"));
  EXPECT_EQ(test_support::run_program("cmp " + file("some.p12") + " " + file("copy.p12")).status, 0);
  EXPECT_THAT(shown("zos-files delete data-set IBMUSER.P12 --for-sure"), HasSubstr("Data set deleted successfully."));
  const auto gone = zowe("zos-files view data-set IBMUSER.P12");
  EXPECT_EQ(gone.status, 1);
  EXPECT_THAT(gone.output, HasSubstr("ISRZ002 Data set not cataloged"));
}

TEST_F(ZoweServices, SubmitsAMemberAndAFile) {
  static_cast<void>(shown("zos-files create data-set-partitioned IBMUSER.JCL"));
  EXPECT_THAT(shown("zos-files upload file-to-data-set list.jcl 'IBMUSER.JCL(LISTCA)'"),
              HasSubstr("IBMUSER.JCL(LISTCA)"));
  EXPECT_THAT(shown("zos-jobs submit data-set 'IBMUSER.JCL(LISTCA)' --wait-for-output"), HasSubstr("retcode: CC 0000"));
  EXPECT_THAT(shown("zos-files list all-members IBMUSER.JCL"), HasSubstr("LISTCA"));
  static_cast<void>(shown("zos-files upload file-to-uss list.jcl /tmp/list.jcl"));
  EXPECT_THAT(shown("zos-jobs submit uss-file /tmp/list.jcl"), HasSubstr("retcode: CC 0000"));
}

TEST_F(ZoweServices, IssuesAnOperatorCommand) {
  EXPECT_THAT(shown("zos-console issue command \"D T\""), HasSubstr("IEE136I LOCAL: TIME="));
}

}  // namespace
}  // namespace ringside
