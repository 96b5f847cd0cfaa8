// tests/app/commands/with_command_test.cpp - real programs run with tsocmd, submit, keytool ... that answer from a lab.
#include <string>

#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_program;
using test_support::run_ringside;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class WithCommand : public testing::Test {
 protected:
  /// Runs a script of bash, in the folder of the test, under `ringside with`.
  [[nodiscard]] test_support::ProgramResult with(const std::string& script, const std::string& options = "",
                                                 const std::string& global = "") const {
    test_support::write_file(file("script"), script);
    return run_program("cd " + directory_.path().string() + " && " RINGSIDE_BINARY " --key-cache none " + global +
                       " with " + options + " -- bash script");
  }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_.file(name); }
  [[nodiscard]] std::string new_lab() const {
    EXPECT_EQ(run_ringside({"--date", "2026-01-01", "--seed", "with", "lab", "new", file("x.lab")}).status, 0);
    return "--lab " + file("x.lab");
  }

 private:
  test_support::TemporaryDirectory directory_;
};

TEST_F(WithCommand, TsocmdTellsTheCommandOnStandardErrorAndEndsWithTheReturnCode) {
  const auto run = with(
      "tsocmd 'ADDGROUP MINE' 2>err; echo $?; cat err\n"
      "tsocmd RACDCERT ID\\(IBMUSER\\) ADDRING\\(R\\) 2>/dev/null; echo $?\n"
      "tsocmd 'RACDCERT ID(IBMUSER) LISTRING(NONE)' 2>/dev/null; echo $?\n"
      "tso -t 'RACDCERT ID(IBMUSER) LISTRING(*)' 2>&1 | grep -c 'Ring:'\n");
  EXPECT_THAT(run.output, AllOf(StartsWith("0\nADDGROUP MINE\n0\n"), HasSubstr("IRRD114I"), EndsWith("\n4\n1\n")));
}

TEST_F(WithCommand, ALoopKeepsItsInput) {
  const auto run =
      with("printf 'A1\\nA2\\nA3\\n' | while read u; do tsocmd \"ADDGROUP $u\" 2>/dev/null; echo $u; done\n");
  EXPECT_EQ(run.output, "A1\nA2\nA3\n");
}

TEST_F(WithCommand, TheLabOfTheCommandLineKeepsWhatIsDone) {
  const std::string lab = new_lab();
  EXPECT_EQ(with("tsocmd 'ADDUSER ALICE' 2>/dev/null", "", lab).status, 0);
  EXPECT_EQ(with("exit 3", "", lab).status, 3);
  EXPECT_THAT(run_ringside({"--lab", file("x.lab"), "tso", "LISTUSER ALICE"}).out, HasSubstr("USER=ALICE"));
}

TEST_F(WithCommand, ALabThatDoesNotExistIsRefusedAndNotMade) {
  const auto run = with("echo started", "", "--lab missing.lab");
  EXPECT_EQ(run.status, 64);
  EXPECT_THAT(run.output, AllOf(HasSubstr("missing.lab"), Not(HasSubstr("started"))));
  EXPECT_EQ(run_program("ls " + file("missing.lab")).status, 2);
}

TEST_F(WithCommand, SubmitNamesTheJobAndKeepsItsSpoolInAFolder) {
  test_support::write_file(file("job.jcl"),
                           "//HELLO JOB\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n"
                           "ADDGROUP MINE\n/*\n");
  const auto run = with("mkdir spool; cat job.jcl | submit; submit -j job.jcl; submit missing.jcl; echo $?; ls spool\n",
                        "--spool .");
  EXPECT_THAT(run.output, AllOf(HasSubstr("JOB JOB00001 submitted from stdin\n"), HasSubstr("\nJOB00002\n"),
                                HasSubstr("ringside: HELLO JOB00001 ended: CC 0000\n"), HasSubstr("missing.jcl"),
                                HasSubstr("\n64\n")));
  EXPECT_THAT(test_support::read_file(file("HELLO.JOB00001.txt")), HasSubstr("ADDGROUP MINE"));
}

TEST_F(WithCommand, OpercmdShowsTheTimeOfTheLabAndRefusesOtherCommands) {
  const auto run = with("opercmd 'D T'; opercmd D T | wc -l; opercmd 'V 100,ONLINE'; echo $?\n", "", new_lab());
  EXPECT_THAT(run.output,
              AllOf(StartsWith("IEE136I LOCAL: TIME=12.00.00 DATE=2026.001  UTC: TIME=12.00.00 DATE=2026.001\n1\n"),
                    HasSubstr("V 100,ONLINE: this console command is not emulated"), EndsWith("\n8\n")));
}

TEST_F(WithCommand, KeytoolAndOpensslWriteRealFiles) {
  const auto run = with(
      "keytool -genkeypair -alias a -keyalg EC -dname CN=a -keystore a.p12 -storepass secret1\n"
      "openssl pkcs12 -in a.p12 -passin pass:secret1 -nokeys -out a.pem\n"
      "type -p keytool; keytool -list -keystore a.p12 -storepass secret1 | grep -c PrivateKeyEntry\n");
  EXPECT_THAT(run.output, AllOf(HasSubstr("/bin/keytool\n"), EndsWith("\n1\n")));
  EXPECT_EQ(run_program("openssl x509 -noout -in " + file("a.pem")).status, 0);
}

TEST_F(WithCommand, KeytoolReadsTheRingsOfTheLab) {
  const auto run = with(
      "tsocmd \"RACDCERT ID(IBMUSER) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('L') NISTECC\" 2>/dev/null\n"
      "tsocmd 'RACDCERT ID(IBMUSER) ADDRING(R)' 2>/dev/null\n"
      "tsocmd \"RACDCERT ID(IBMUSER) CONNECT(LABEL('L') RING(R) DEFAULT)\" 2>/dev/null\n"
      "keytool -list -storetype JCERACFKS -keystore safkeyring://IBMUSER/R | grep -c ' PrivateKeyEntry\\|keyEntry'\n");
  EXPECT_THAT(run.output, EndsWith("\n1\n"));
}

TEST_F(WithCommand, WhatIsNotEmulatedIsDoneByTheMachineAndToldSo) {
  const auto run = with("openssl rand -hex 4 | wc -c; openssl list -commands 2>err | grep -c x509; cat err\n");
  EXPECT_THAT(run.output, AllOf(StartsWith("9\n"), HasSubstr("ringside: openssl list: not emulated; "),
                                HasSubstr("/openssl answers\n")));
}

TEST_F(WithCommand, ZoweIssuesTsoCommands) {
  const auto run = with(
      "zowe zos-tso issue command 'LISTUSER' --ssm | cut -c1-12 | head -1\n"
      "zowe tso issue cmd 'LISTUSER NOBODY'; echo $?\n"
      "PATH=${PATH%%:*}; zowe jobs list; echo $?\n");
  EXPECT_THAT(run.output, AllOf(StartsWith("USER=IBMUSER\nICH30001I "), HasSubstr("\n0\n"),
                                EndsWith("zowe jobs list: not emulated; zowe zos-tso issue command is\n8\n")));
}

TEST_F(WithCommand, AToolThatStaysRealIsTheMachines) {
  const auto run = with("type -p openssl\n", "--real openssl");
  EXPECT_THAT(run.output, AllOf(Not(HasSubstr("ringside-")), HasSubstr("/bin/openssl\n")));
  EXPECT_THAT(with("true", "--real gpg").output, HasSubstr("--real gpg: must be of tsocmd, tso, submit"));
}

TEST_F(WithCommand, StatusesAndSignalsAreThoseOfTheProgram) {
  const std::string start = RINGSIDE_BINARY " with ";
  EXPECT_EQ(run_program(start + "-- /nosuch/program").status, 127);
  EXPECT_EQ(run_program(start + "-- /etc/passwd").status, 126);
  EXPECT_EQ(run_program(start).status, 64);
  EXPECT_EQ(run_program(start + "true").status, 0) << "without --";
  EXPECT_EQ(run_program(start + "-- sh -c 'kill -TERM $$'").status, 128 + 15);
  EXPECT_EQ(run_program(start + "-- sh -c 'kill -TERM $PPID; sleep 5; exit 7'").status, 128 + 15);
  EXPECT_EQ(run_program(start + "-- sh -c 'yes | head -1'").output, "y\n") << "SIGPIPE ends it";
}

TEST_F(WithCommand, NothingIsLeftBehind) {
  const auto run = with("dirname $(type -p tsocmd); tsocmd 'LISTUSER' >/dev/null 2>&1\n");
  const std::string programs = run.output.substr(0, run.output.find('\n'));
  EXPECT_THAT(programs, EndsWith("/bin"));
  EXPECT_NE(run_program("ls " + programs).status, 0);
}

TEST_F(WithCommand, EightProgramsAtOnceLoseNothing) {
  const auto run = with(
      "for p in 1 2 3 4 5 6 7 8; do (for i in 1 2 3 4 5; do tsocmd \"ADDUSER U$p$i\"; done) >>said 2>&1 & done; wait\n",
      "", new_lab());
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run_program(RINGSIDE_BINARY " --lab " + file("x.lab") +
                        " tso 'SEARCH CLASS(USER) MASK(U)' | grep -c '^U[1-8][1-5] *$'")
                .output,
            "40\n");
}

}  // namespace
}  // namespace ringside::app
