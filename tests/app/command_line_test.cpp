// tests/app/command_line_test.cpp - the program as a person or a script meets it: streams, exit statuses, bad input.
#include "app/command_line.hpp"

#include <sstream>

#include <gmock/gmock.h>

#include "app/commands/subcommands.hpp"
#include "base/time.hpp"
#include "emulator/database/store.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::write_file;
using testing::AllOf;
using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

struct Outcome {
  int status = 0;
  std::string out, error;
};

Outcome ringside(std::vector<std::string> arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream error;
  const int status = run(arguments, in, out, error);
  return {status, out.str(), error.str()};
}

constexpr const char* card = "//JOB1 JOB (ACCT),'TEST',CLASS=A\n";

std::string job(const std::string& commands) {
  return std::string(card) + "//STEP1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n" + commands + "/*\n";
}

class InALab : public testing::Test {
 protected:
  InALab() { ringside({"--lab", lab_, "--date", "2013-05-17", "--seed", "tests", "lab", "new", "--add", "SYSA"}); }

  Outcome in_lab(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), {"--lab", lab_});
    return ringside(std::move(arguments), input);
  }
  std::string fingerprint() { return database::Store(lab_).fingerprint_of_data(); }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("a.lab");
};

TEST(CommandLine, EverySubcommandShowsAnExample) {
  EXPECT_THAT(ringside({"--help"}).out, HasSubstr("Example: ringside"));
  std::ostringstream none;
  std::istringstream nothing;
  Program program({nothing, none, none});
  for (const Command& command : subcommands(program)) {
    EXPECT_THAT(command.examples, Contains(HasSubstr("ringside"))) << command.name;
    if (!command.has_help) continue;
    const Outcome help = ringside({command.name, "--help"});
    EXPECT_EQ(help.status, 0) << command.name;
    EXPECT_THAT(help.out, HasSubstr("Example: ringside")) << command.name;
  }
}

TEST(CommandLine, WrongUsageEndsWith64AndNamesTheCause) {
  EXPECT_EQ(ringside({}).status, 64);
  EXPECT_EQ(ringside({"rnu"}).status, 64);
  EXPECT_EQ(ringside({"run", "/no/such/file"}).error, "ringside: /no/such/file: cannot be read\n");
  EXPECT_THAT(ringside({"--racf-level", "9", "tso", "PROFILE"}).error, HasSubstr("must be 2.5, 3.1 or 3.2"));
  EXPECT_THAT(ringside({"--date", "2013-02-30", "tso", "PROFILE"}).error, HasSubstr("--date 2013-02-30"));
  const Outcome user = ringside({"--user", "IBMUSRE", "tso", "PROFILE"});
  EXPECT_EQ(user.status, 64);
  EXPECT_THAT(user.error, HasSubstr("did you mean IBMUSER?"));
}

TEST(CommandLine, StrictIsTheDefaultAndSaysSo) {
  const auto strict = ringside({"--strict", "tso", "LISTUSER IBMUSER"});
  EXPECT_EQ(strict.status, 0);
  EXPECT_THAT(strict.error, HasSubstr("--strict is the default"));
  EXPECT_EQ(strict.out, ringside({"tso", "LISTUSER IBMUSER"}).out);
  EXPECT_EQ(ringside({"--strict", "--lenient", "tso", "LISTUSER IBMUSER"}).status, 64);
}

TEST(CommandLine, AFileThatIsNoLabIsRefusedAndStaysAsItIs) {
  const test_support::TemporaryDirectory directory;
  write_file(directory.file("x"), "this is no database, but it is long enough to look at");
  EXPECT_EQ(ringside({"--lab", directory.file("x"), "tso", "PROFILE"}).status, 64);
  EXPECT_THAT(read_file(directory.file("x")), StartsWith("this is no database"));
}

TEST(TsoCommand, EndsWithTheHighestReturnCode) {
  EXPECT_EQ(ringside({"tso", "PROFILE"}).status, 0);
  EXPECT_EQ(ringside({"tso", "RACDCERT LIST", "RACDCERT ADDRING(R)"}).status, 4);
  EXPECT_EQ(ringside({"tso", "NOSUCH"}).status, 12);
}

TEST(TsoCommand, ReadsStandardInputWithContinuationsAndEnd) {
  const Outcome result = ringside({"tso"}, "RACDCERT +\n  ADDRING(Mine)\nRACDCERT LISTRING(*)\nEND\nNOSUCH\n");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("       >Mine<\n"));
}

TEST(TsoCommand, NeverShowsAPassword) {
  const Outcome result = ringside({"tso", "RACDCERT ADD('A.B') PASSWORD('canary-7')", "ADDUSER X PASSWORD(CANARY-7)(",
                                   "RACDCERT ADD(A.B) PASSWORD('canary-7' XX"});
  EXPECT_THAT(result.out + result.error, AllOf(Not(HasSubstr("canary-7")), Not(HasSubstr("CANARY-7"))));
  EXPECT_THAT(ringside({"--json", "tso", "RACDCERT ADD('A.B') PASSWORD('canary-7')"}).out, Not(HasSubstr("canary-7")));
}

TEST(Json, IsOneArrayAndNothingElseOnStandardOutput) {
  const Outcome result = ringside({"--json", "tso", "RACDCERT ADDRING(R)", "RACDCERT ADDRING(R)"});
  EXPECT_THAT(result.out,
              AllOf(StartsWith("[\n"), EndsWith("]\n"), HasSubstr("\"id\": \"IRRD122I\""), HasSubstr("\"rc\": 8")));
  const Outcome jobs = ringside({"--json", "--date", "2013-05-17", "run", "-"}, job(" RACDCERT ADDRING(R)\n"));
  EXPECT_THAT(jobs.out, AllOf(StartsWith("[\n"), EndsWith("]\n"), HasSubstr("\"status\": \"CC 0000\"")));
  EXPECT_THAT(jobs.error, IsEmpty());
}

TEST(RunCommand, PrintsTheSpoolAndSumsUpRefusals) {
  const Outcome result =
      ringside({"--date", "2013-05-17", "run", "-"}, job(" RACDCERT ADDRING(R)\n RACDCERT ADDRING(R)\n PROFILE\n"));
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("IRRD122I"));
  EXPECT_THAT(result.error, HasSubstr("step STEP1 IKJEFT01: CC 0000, 1 of 3 commands refused: IRRD122I\n"));
  EXPECT_THAT(result.error, EndsWith("JOB1 JOB00001 ended: CC 0000\n"));
}

TEST(RunCommand, EndsWith16ForAJclErrorAnd20ForAnAbend) {
  EXPECT_EQ(ringside({"run", "-"}, std::string(card) + "//STEP1 EXEC\n").status, 16);
  EXPECT_EQ(ringside({"run", "-"}, std::string(card) + "//STEP1 EXEC PGM=NOSUCH\n").status, 20);
  EXPECT_EQ(ringside({"run", "-"}, job(" NOSUCH\n")).status, 12);
}

TEST_F(InALab, KeepsWhatWasDoneAndTheClock) {
  in_lab({"tso", "RACDCERT ADDRING(Kept)"});
  EXPECT_THAT(in_lab({"tso", "RACDCERT LISTRING(*)"}).out, HasSubstr(">Kept<"));
  EXPECT_THAT(in_lab({"lab", "show"}).out, StartsWith("clock 2013/05/17 12:00:00"));
  EXPECT_EQ(ringside({"--lab", lab_, "lab", "new"}).status, 64);
}

TEST_F(InALab, CopiesFilesInAndOut) {
  write_file(directory_.file("in.txt"), "first line\nsecond line\n");
  EXPECT_EQ(in_lab({"put", directory_.file("in.txt"), "A.TEXT"}).status, 0);
  EXPECT_EQ(in_lab({"get", "A.TEXT"}).out, "first line\nsecond line\n");
  std::string octets;
  for (int i = 0; i < 256; ++i) octets += static_cast<char>(i);
  write_file(directory_.file("in.bin"), octets);
  EXPECT_EQ(in_lab({"put", directory_.file("in.bin"), "A.BIN"}).status, 0);
  EXPECT_EQ(in_lab({"get", "A.BIN", directory_.file("out.bin")}).status, 0);
  EXPECT_EQ(read_file(directory_.file("out.bin")), octets);
  EXPECT_THAT(in_lab({"get", "A.TXET"}).error, HasSubstr("did you mean A.TEXT?"));
  EXPECT_EQ(in_lab({"put", directory_.file("in.txt"), "TOOLONGQUALIFIER"}).status, 64);
}

struct BadJob {
  std::string name;
  std::string stream;
  int status;
  friend void PrintTo(const BadJob& bad, std::ostream* out) { *out << bad.name; }
};
class BadJobs : public InALab, public testing::WithParamInterface<BadJob> {};

TEST_P(BadJobs, AreRefusedAndChangeNothing) {
  in_lab({"run", "-"}, job(" PROFILE\n"));  // a job notes when its user was last here
  const std::string before = fingerprint();
  const Outcome result = in_lab({"run", "-"}, GetParam().stream);
  EXPECT_EQ(result.status, GetParam().status) << result.out << result.error;
  EXPECT_THAT(result.error, Not(IsEmpty()));
  EXPECT_EQ(fingerprint(), before);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadJobs,
    testing::Values(BadJob{"NoJcl", "RACDCERT ADDRING(R)\n", 16}, BadJob{"Empty", "", 16},
                    BadJob{"NoJobCard", "//S EXEC PGM=IKJEFT01\n//SYSTSIN DD *\n RACDCERT ADDRING(R)\n/*\n", 16},
                    BadJob{"BrokenContinuation", std::string(card) + "//S EXEC PGM=IKJEFT01,\n", 16},
                    BadJob{"UnknownOperation", job(" RACDCERT ADDRING(R)\n") + "//S2 EXCE PGM=IEFBR14\n", 16},
                    BadJob{"UnknownOperand", job(" RACDCERT ADDRING(R) UACC(NONE)\n"), 8},
                    BadJob{"MissingRing", job(" RACDCERT CONNECT(LABEL('x') RING(r))\n"), 8},
                    BadJob{"MissingLabel", job(" RACDCERT CERTAUTH ALTER(LABEL('x')) TRUST\n"), 8},
                    BadJob{"UnknownCommand", job(" RACDCRET ADDRING(R)\n"), 12},
                    BadJob{"JclInColumnOne", job("//* a comment that ends the data\n RACDCERT ADDRING(R)\n"), 0},
                    BadJob{"NestedParentheses", job(" RACDCERT ADDRING" + std::string(1000, '(') + "\n"), 8},
                    BadJob{"VeryLongLine", job(" RACDCERT ADDRING(" + std::string(10'000'000, 'R') + ")\n"), 16}),
    [](const auto& param) { return param.param.name; });

TEST_F(InALab, ADataSetOfNoiseIsNoCertificate) {
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 100'000; ++i) noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  write_file(directory_.file("noise"), noise);
  in_lab({"put", directory_.file("noise"), "NOISE"});
  const std::string before = fingerprint();
  EXPECT_EQ(in_lab({"tso", "RACDCERT CERTAUTH ADD('NOISE')"}).status, 8);
  EXPECT_EQ(fingerprint(), before);
}

TEST_F(InALab, ASeedMakesTheRunTheSameToTheByte) {
  const auto spool = [&](const std::string& name) {
    const std::string path = directory_.file(name);
    const Outcome result = ringside({"--lab", path, "--date", "2013-05-17", "--seed", "again", "run",
                                     (test_support::source_folder() / "scenarios/zosmf/jobs/izusec.jcl").string()});
    return result.out + database::Store(path).fingerprint();
  };
  EXPECT_EQ(spool("first.lab"), spool("second.lab"));
}

}  // namespace
}  // namespace ringside::app
