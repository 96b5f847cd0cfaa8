// tests/app/usage_text_test.cpp - mistyped subcommands and options, and hints about what was typed.
#include "app/usage_text.hpp"

#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Words = std::vector<std::string>;

struct Mistyped {
  Words words;
  std::string error;
};

TEST(UsageText, NamesTheNeighbourOfEveryMistypedWord) {
  const std::vector<Mistyped> table = {
      {{"turst"}, "turst: there is no such subcommand; did you mean trust?"},
      {{"TRUST", "A:U/R"}, "TRUST: there is no such subcommand; did you mean trust?"},
      {{"lab", "shwo", "x"}, "lab: shwo: there is no such subcommand; did you mean show?"},
      {{"zzzzzz"}, "zzzzzz: there is no such subcommand; 'ringside --help' lists all"},
      {{"RACDCERT", "LIST"}, "RACDCERT: there is no such subcommand; it is a TSO command: ringside tso 'RACDCERT ...'"},
      {{"--lba", "x.lab", "trust"}, "--lba: there is no such option; did you mean --lab?"},
      {{"--lba=x.lab", "trust"}, "--lba: there is no such option; did you mean --lab?"},
      {{"trust", "--mutaul"}, "--mutaul: there is no such option; did you mean --mutual?"},
      {{"trust", "--sytem", "A"}, "--sytem: there is no such option; did you mean --system?"},
      {{"tso", "PROFILE", "--lab", "x"}, "--lab must stand before 'tso': ringside --lab ... tso"},
      {{"tso", "PROFILE", "--uesr", "X"}, "--uesr: there is no such option; did you mean --user, before 'tso'?"},
      {{"get", "A.B", "--qqqqqqq"}, "--qqqqqqq: there is no such option; 'ringside get --help' lists the options"},
      {{"put", "a", "b", "c"}, "put: 'c' is one operand too many; 'ringside put --help' shows what it takes"},
      {{"put"}, "put: FILE is required; 'ringside put --help' explains it"},
      {{"trust", "--tls", "9"}, "trust: --tls: 9 not in {1.2,1.3,both}; 'ringside trust --help' explains it"},
      {{"--lab"}, "--lab: 1 required FILE missing; 'ringside --help' explains it"},
      {{"--json"}, "a subcommand is missing; 'ringside --help' explains it"},
  };
  for (const Mistyped& row : table) {
    const auto result = run_ringside(row.words);
    EXPECT_EQ(result.status, 64) << row.error;
    EXPECT_EQ(result.out, "") << row.error;
    EXPECT_EQ(result.error, "ringside: " + row.error + "\n");
  }
}

TEST(UsageText, KnowsAFileThatIsMeantToBeRun) {
  const test_support::TemporaryDirectory folder;
  const std::string job = folder.file("job.jcl");
  test_support::write_file(job, "//J JOB\n");
  EXPECT_EQ(run_ringside({job}).error,
            "ringside: " + job + ": there is no such subcommand; ringside run " + job + " submits a job\n");
}

TEST(UsageText, AtThePromptSpeaksOfThePromptsOwnCommands) {
  EXPECT_THAT(run_ringside({"shell"}, ":turst\n:trust --mutaul\n").error,
              AllOf(HasSubstr(":turst is unknown; did you mean trust?\n"),
                    HasSubstr("--mutaul: there is no such option; did you mean --mutual?\n")));
}

TEST(UsageText, RingsideAloneSaysWhatItIsAndWhatToTry) {
  const auto result = run_ringside({});
  EXPECT_EQ(result.status, 64);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.error,
              AllOf(StartsWith("Ringside rehearses certificate and key-ring changes"), HasSubstr("ringside shell  "),
                    HasSubstr("ringside --lab my.lab run JOB  "), HasSubstr("ringside --lab my.lab trust  "),
                    HasSubstr("\n  whois       which user a certificate logs on as")));
}

/// Messages about a lab with several systems, where none of these options was typed.
TEST(UsageText, HintsSpeakOnlyOfWhatWasTyped) {
  const test_support::TemporaryDirectory folder;
  const std::string lab = folder.file("plex.lab");
  run_ringside({"lab", "new", lab, "--add", "SYSA", "--add", "SYSB", "--add", "WEB:distributed"});
  const auto said = [&](Words words) {
    words.insert(words.begin(), {"--lab", lab});
    const auto result = run_ringside(words, "-----BEGIN");
    EXPECT_EQ(result.status, 64) << testing::PrintToString(words);
    EXPECT_THAT(result.error, Not(HasSubstr("SYS1"))) << testing::PrintToString(words);
    return result.error;
  };
  const std::string several = "ringside: the lab has several systems; name one with --system: SYSA, SYSB, WEB\n";
  for (const Words& words :
       {Words{"tso", "PROFILE"}, Words{"get", "A.B"}, Words{"put", "-", "A.B"}, Words{"keytool", "-list"},
        Words{"openssl", "version"}, Words{"export", "U/R", "x", "--format", "pem"}, Words{"shell"}})
    EXPECT_EQ(said(words), several) << testing::PrintToString(words);
  EXPECT_EQ(said({"--system", "SYSC", "tso", "X"}), "ringside: SYSC: the lab has no such system; did you mean SYSA?\n");
  EXPECT_EQ(said({"--system", "WEB", "tso", "X"}),
            "ringside: WEB is a system of kind distributed; only z/OS has jobs, TSO and data sets\n");
  EXPECT_EQ(said({"transfer", "A.B", "--from", "SYSA", "--to", "SYSBB"}),
            "ringside: SYSBB: the lab has no such system; did you mean SYSB?\n");
  EXPECT_EQ(said({"trust", "U/R"}), "ringside: 'U/R' is not of the form SYSTEM:OWNER/RING\n");
  EXPECT_EQ(said({"--system", "SYSA", "--user", "IBMUSRE", "tso", "X"}),
            "ringside: user IBMUSRE is not defined to RACF on SYSA; did you mean IBMUSER?\n");
  EXPECT_EQ(said({"export", "SYSC:U/R", "x", "--format", "pem"}),
            "ringside: SYSC: the lab has no such system; did you mean SYSA?\n");
  EXPECT_EQ(run_ringside({"lab", "new", folder.file("x"), "--add", "A:mvs"}).error,
            "ringside: system A:mvs: the kind must be zos, distributed or ibmi\n");
}

}  // namespace
}  // namespace ringside::app
