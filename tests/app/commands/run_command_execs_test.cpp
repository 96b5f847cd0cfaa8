// tests/app/commands/run_command_execs_test.cpp - REXX execs alone, in a batch step and at the prompt.
//
// Each exec of the folder execs cites the book that its expectation in tests/golden/execs comes from: TSO/E REXX
// Reference or User's Guide, and the topic.
#include <filesystem>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using test_support::write_file;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

std::filesystem::path folder() {
  return test_support::source_folder() / "tests/app/commands/execs";
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder()))
    if (entry.path().extension() == ".rexx") found.push_back(entry.path().stem().string());
  std::sort(found.begin(), found.end());
  return found;
}

/// What the exec prints; the last line is its status.
std::vector<std::string> expected(const std::string& name) {
  return base::lines(test_support::read_file(test_support::source_folder() / "tests/golden/execs" / (name + ".txt")));
}

std::string argument_of(const std::string& name) {
  return name == "ARGS" ? "one Two three four" : "";
}

class Execs : public testing::TestWithParam<std::string> {
 protected:
  /// Returns whether the lines stand in the text, in order and without others between them.
  static bool has_lines(const std::string& text, const std::vector<std::string>& lines) {
    return ("\n" + text + "\n").find("\n" + base::join(lines, "\n") + "\n") != std::string::npos;
  }

  std::vector<std::string> in_lab(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--lab", directory.file("lab")});
    return arguments;
  }

  test_support::TemporaryDirectory directory;
};

INSTANTIATE_TEST_SUITE_P(Books, Execs, testing::ValuesIn(names()), [](const auto& each) { return each.param; });

TEST_P(Execs, RunAlone) {
  const auto result = run_ringside({"--date", "2013-05-17", "run", (folder() / (GetParam() + ".rexx")).string(),
                                    "--argument", argument_of(GetParam())});
  EXPECT_EQ(result.out + "status " + std::to_string(result.status), base::join(expected(GetParam()), "\n"));
}

TEST_P(Execs, RunInABatchStepAndAtThePrompt) {
  std::vector<std::string> lines = expected(GetParam());
  const std::string code = lines.back().substr(lines.back().find(' ') + 1);
  lines.pop_back();
  run_ringside(in_lab({"--date", "2013-05-17", "lab", "new"}));
  ASSERT_EQ(run_ringside(in_lab({"put", folder().string(), "'IBMUSER.EXEC'"})).status, 0);
  const std::string command = base::trim_right("%" + GetParam() + " " + argument_of(GetParam()));
  write_file(directory.file("job"),
             "//A JOB 1\n//S EXEC PGM=IKJEFT01\n//SYSEXEC DD DSN=IBMUSER.EXEC,DISP=SHR\n"
             "//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n" +
                 command + "\n/*\n");
  const auto job = run_ringside(in_lab({"run", directory.file("job")}));
  EXPECT_EQ(std::to_string(job.status), code) << job.error;
  EXPECT_TRUE(has_lines(job.out, lines)) << job.out;

  const auto prompt = run_ringside(in_lab({"shell"}), "ALLOC FILE(SYSEXEC) DATASET(EXEC) SHR\n" + command + "\nEND\n");
  EXPECT_EQ(std::to_string(prompt.status), code) << prompt.error;
  EXPECT_TRUE(has_lines(prompt.out, lines)) << prompt.out;
}

class ExecFiles : public testing::Test {
 protected:
  auto run_exec(const std::string& source, const std::string& input = {}) {
    write_file(directory.file("try.rexx"), source);
    return run_ringside({"--lab", directory.file("lab"), "run", directory.file("try.rexx")}, input);
  }

  test_support::TemporaryDirectory directory;
};

TEST_F(ExecFiles, AreKnownByTheirEnding) {
  const auto result = run_exec("say 'no comment'\nexit 3\n");
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.out, "no comment\n");
}

TEST_F(ExecFiles, ReadStandardInputByPull) {
  const auto result = run_exec("say 'name?'\nparse pull name\nsay 'hello' name\npull more\nsay '<'more'>'\n", "Ann\n");
  EXPECT_EQ(result.out, "name?\nhello Ann\n<>\n");
}

TEST_F(ExecFiles, EndWithAtMost255) {
  EXPECT_EQ(run_exec("exit 4000\n").status, 255);
  EXPECT_EQ(run_exec("exit -1\n").status, 255);
  EXPECT_EQ(run_exec("x = 1/0\n").status, 255);
}

TEST_F(ExecFiles, LeaveTheLabUnhurtWhenTheyAreEnded) {
  const auto result = run_exec("\"RACDCERT ADDRING(KEPT)\"\nx = copies('x', 2000000000)\n");
  EXPECT_THAT(result.out, HasSubstr("IRX0005I Error running TRY, line 2: Machine storage exhausted"));
  EXPECT_EQ(run_ringside({"--lab", directory.file("lab"), "lab", "check"}).status, 0);
  EXPECT_EQ(run_ringside({"--lab", directory.file("lab"), "tso", "RACDCERT LISTRING(KEPT)"}).status, 0);
}

TEST_F(ExecFiles, SayWhatEndedThem) {
  const auto result = run_exec("call f\nexit\nf: procedure; return f()\n");
  EXPECT_THAT(result.status, testing::AnyOf(20, 255));
  EXPECT_THAT(result.out, testing::AnyOf(HasSubstr("RSD384I EXEC TRY WAS ENDED: "), HasSubstr("IRX00")));
}

TEST_F(ExecFiles, AreEndedIfNoneOfTheirCommandsExists) {
  EXPECT_THAT(run_exec("trace off; call outtrap 'x.'; do forever; 'NOSUCH'; end\n").out,
              HasSubstr("RSD384I EXEC TRY WAS ENDED: it issued more than 1000 commands that do not exist"));
}

TEST_F(ExecFiles, AreEndedIfTheirStacksGrowWithoutEnd) {
  EXPECT_THAT(run_exec("do forever; queue copies('z', 60000); 'NEWSTACK'; end\n").out,
              HasSubstr("RSD384I EXEC TRY WAS ENDED: its data stacks hold more than 268435456 octets"));
}

TEST_F(ExecFiles, WriteNoMoreThanAFileOfAHostMayHave) {
  const auto result = run_exec(
      "'ALLOC F(O) DA(BIG.DATA) NEW RECFM(V B) LRECL(32760)'\ndo i = 1 to 400; s.i = copies('q', 32000); end\n"
      "do until rc <> 0; 'EXECIO 400 DISKW O (STEM S.'; end\nsay rc\n");
  EXPECT_THAT(result.out, HasSubstr("EXECIO: O has more than 67108864 octets\n20\n"));
}

TEST_F(ExecFiles, WriteNoMemberOfALibraryThatIsNotThere) {
  const auto result = run_exec(
      "'ALLOC F(O) DA(SEQ.DATA) NEW'; 'FREE F(O)'\n\"ALLOC F(O) DA('IBMUSER.SEQ.DATA(MEM)') SHR\"\nsay rc\n"
      "queue 'x'; 'EXECIO 1 DISKW O (FINIS'; say rc\n");
  EXPECT_THAT(result.status, testing::Ne(70)) << result.error;
  EXPECT_THAT(result.out, HasSubstr("\n20\n"));
}

TEST_F(ExecFiles, HideMessagesAfterMsgOff) {
  const auto result = run_exec("'LISTUSER NOBODY'; x = msg('OFF'); 'LISTUSER NOBODY'; say rc; x = msg(x); say msg()\n");
  EXPECT_EQ(result.out, "ICH30001I UNABLE TO LOCATE USER    ENTRY NOBODY\n4\nON\n");
}

TEST_F(ExecFiles, RunJobsThatTheySubmit) {
  const auto result = run_exec(
      "'ALLOC F(O) DA(JOB.CNTL) NEW RECFM(F B) LRECL(80)'\nqueue '//MINE JOB 1'; queue '//S EXEC PGM=IEFBR14'\n"
      "'EXECIO 2 DISKW O (FINIS'\n'SUBMIT JOB.CNTL'\nsay rc\n");
  EXPECT_THAT(result.out, HasSubstr("IKJ56250I JOB MINE(JOB00001) SUBMITTED\n0\n"));
  EXPECT_THAT(result.error, HasSubstr("MINE JOB00001 ended: CC 0000"));
}

TEST_F(ExecFiles, ShowNoPassword) {
  const auto result =
      run_exec("\"ADDUSER ANN PASSWORD(CANARY7) NOSUCH(1)\"\nsay rc\ntrace c\n\"ALTUSER ANN PASSWORD(CANARY7)\"\n");
  EXPECT_THAT(result.out + result.error, Not(HasSubstr("CANARY7")));
}

TEST_F(ExecFiles, ListTheirCommandsInJson) {
  write_file(directory.file("try.rexx"), "call outtrap 'x.'\n\"LISTUSER IBMUSER\"\nexit 1\n");
  const auto result = run_ringside({"--json", "run", directory.file("try.rexx")});
  EXPECT_THAT(result.out,
              testing::AllOf(HasSubstr("\"command\": \"%TRY\""), HasSubstr("\"issued\""),
                             HasSubstr("\"command\": \"LISTUSER IBMUSER\""), HasSubstr("DEFAULT-GROUP=SYS1")));
}

class ExecLibrary : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(directory.path() / "exec");
    put("CALLER",
        "/* REXX */\ncall HELPER 'sub'\nsay result\nsay HELPER('fun')\n'%HELPER as command'\nsay rc\nHELPER 'plain'\n");
    put("HELPER",
        "/* REXX */\nparse arg word rest\nparse source . how name .\nsay how name word rest\nif how = 'COMMAND' then "
        "exit 5\nreturn 'made of' word\n");
    put("STACK", "/* REXX */\nqueue 'RACDCERT ADDRING(LATER)'\n");
    put("AGAIN", "/* REXX */\nqueue '%AGAIN'\n");
    put("LOOP", "/* REXX */\n'%LOOP'\nexit rc\n");
    put("NOTREXX", "PROC 0\nWRITE HELLO\n");
    run_ringside({"--lab", directory.file("lab"), "lab", "new"});
    run_ringside({"--lab", directory.file("lab"), "put", directory.file("exec"), "'IBMUSER.EXEC'"});
  }

  void put(const std::string& name, const std::string& source) { write_file(directory.file("exec/" + name), source); }

  auto at_the_prompt(const std::string& commands) {
    return run_ringside({"--lab", directory.file("lab"), "shell"},
                        "ALLOC F(SYSEXEC) DA(EXEC) SHR\n" + commands + "END\n");
  }

  test_support::TemporaryDirectory directory;
};

TEST_F(ExecLibrary, ExecsCallEachOther) {
  EXPECT_THAT(
      at_the_prompt("%CALLER\n").out,
      HasSubstr("SUBROUTINE HELPER sub \nmade of sub\nFUNCTION HELPER fun \nmade of fun\nCOMMAND HELPER as command\n"
                "5\nCOMMAND HELPER plain \n"));
}

TEST_F(ExecLibrary, AreFoundWithoutAPercentSignAndByExec) {
  EXPECT_THAT(at_the_prompt("HELPER a b\n").out, HasSubstr("COMMAND HELPER a b\n"));
  EXPECT_THAT(at_the_prompt("EXEC EXEC(HELPER) 'a ''b''' EXEC\n").out, HasSubstr("COMMAND HELPER a 'b'\n"));
  EXPECT_THAT(at_the_prompt("EX 'IBMUSER.EXEC(HELPER)'\n").out, HasSubstr("COMMAND HELPER  \n"));
  EXPECT_THAT(at_the_prompt("%NOTHERE\n").out, HasSubstr("IKJ56500I COMMAND NOTHERE NOT FOUND"));
  EXPECT_THAT(at_the_prompt("EX 'IBMUSER.EXEC(NOTREXX)'\n").out, HasSubstr("RSD383I THE EXEC DOES NOT RUN: "));
}

TEST_F(ExecLibrary, LinesLeftOnTheStackAreCommands) {
  at_the_prompt("%STACK\n");
  EXPECT_EQ(run_ringside({"--lab", directory.file("lab"), "tso", "RACDCERT LISTRING(LATER)"}).status, 0);
}

TEST_F(ExecLibrary, CallEachOtherSoDeepAndNoDeeper) {
  EXPECT_THAT(at_the_prompt("%LOOP\n").out,
              HasSubstr("RSD384I EXEC LOOP WAS ENDED: execs call each other more than 16 deep"));
}

TEST_F(ExecLibrary, AreEndedIfTheLinesThatTheyLeaveStartThemAgain) {
  EXPECT_THAT(at_the_prompt("%AGAIN\n").out, HasSubstr("RSD384I EXEC AGAIN WAS ENDED: execs call each other"));
}

TEST_F(ExecLibrary, RunWithoutTsoByIrxjcl) {
  put("MVSEXEC",
      "/* REXX */\nsay address() arg(1)\n'LISTUSER IBMUSER'\nsay rc\n'EXECIO * DISKR DATA (STEM D. FINIS'\nsay d.0 "
      "strip(d.1)\n"
      "out.1 = 'to the spool'\n'EXECIO 1 DISKW PRT (STEM OUT. FINIS'\nparse pull line\nsay line\nexit 8002\n");
  run_ringside({"--lab", directory.file("lab"), "put", directory.file("exec/MVSEXEC"), "'IBMUSER.EXEC(MVSEXEC)'"});
  write_file(directory.file("job"),
             "//A JOB 1\n//S EXEC PGM=IRXJCL,PARM='MVSEXEC an argument'\n//SYSEXEC DD DSN=IBMUSER.EXEC,DISP=SHR\n"
             "//SYSTSPRT DD SYSOUT=*\n//PRT DD SYSOUT=*\n//DATA DD *\nrecord\n/*\n//SYSTSIN DD *\ntyped\n/*\n");
  const auto result = run_ringside({"--lab", directory.file("lab"), "run", directory.file("job")});
  EXPECT_THAT(result.out, HasSubstr("MVS an argument\n"));
  EXPECT_THAT(result.out, HasSubstr("1 record\ntyped\n"));
  EXPECT_THAT(result.out, HasSubstr("to the spool\n"));
  EXPECT_THAT(result.error, HasSubstr("CC 3906"));  // the example of the book: 8002 is X'1F42', and X'F42' is 3906
}

}  // namespace
}  // namespace ringside::app
