// tests/harness/play/runner_test.cpp - the runner must be able to fail: expectations broken on purpose, each reported
// at its place.
#include "harness/play/runner.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/play/report_text.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ScenarioReport play_text(const std::string& text) {
  const auto scenario = read_scenario(text, "test.yaml", ".");
  if (scenario) return play(*scenario);
  ADD_FAILURE() << scenario.error().front().text;
  return {};
}

/// "line:column what | expected | came" of each failure.
std::vector<std::string> failures(const std::string& text) {
  std::vector<std::string> all;
  for (const StepReport& step : play_text(text).steps)
    for (const Failure& failure : step.failures)
      all.push_back(std::to_string(failure.where.line) + ":" + std::to_string(failure.where.column) + " " +
                    failure.what + " | " + failure.expected + " | " + failure.came);
  return all;
}

constexpr const char* world = R"(name: n
systems: [{name: HERE}, {name: THERE}]
steps:
  - system: HERE
    tso:
      - ADDGROUP SRVGRP
      - ADDUSER SRV DFLTGRP(SRVGRP)
      - RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('here')) WITHLABEL('server') NISTECC SIZE(256)
      - RACDCERT ID(SRV) ADDRING(Ring)
      - RACDCERT ID(SRV) CONNECT(LABEL('server') RING(Ring) DEFAULT)
  - system: THERE
    tso:
      - ADDGROUP SRVGRP
      - ADDUSER SRV DFLTGRP(SRVGRP)
      - RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('there')) WITHLABEL('server') NISTECC SIZE(256)
      - RACDCERT ID(SRV) ADDRING(Ring)
      - RACDCERT ID(SRV) CONNECT(LABEL('server') RING(Ring) DEFAULT)
)";

std::vector<std::string> world_failures(const std::string& step) {
  return failures(world + step);
}

TEST(Runner, PassesWhenEverythingHolds) {
  EXPECT_THAT(world_failures("  - trust: {}\n"
                             "    expect: {matrix: {HERE: {THERE: not on ring}, THERE: {HERE: not on ring}}}\n"),
              IsEmpty());
}

TEST(Runner, FailsOnAWrongReturnCodeAndShowsTheMessages) {
  EXPECT_THAT(failures("name: n\nsteps:\n  - tso: RACDCERT ID(NOBODY) ADDRING(X)\n"),
              ElementsAre(HasSubstr("3:10 return code of RACDCERT ID(NOBODY) ADDRING(X) | 0 | 8, IRRD")));
  EXPECT_THAT(failures("name: n\nsteps:\n  - tso: [{command: LISTUSER, rc: 4}]\n"),
              ElementsAre(HasSubstr("3:35 return code of LISTUSER | 4 | 0")));
}

TEST(Runner, FailsOnWrongMessages) {
  const std::string step =
      "name: n\nsteps:\n  - tso: [{command: RACDCERT ID(IBMUSER) ADDRING(R)}, "
      "{command: RACDCERT ID(IBMUSER) ADDRING(R), rc: 8, messages: ";
  EXPECT_THAT(failures(step + "[{id: IRRD122I, inserts: [Ring, R]}]}]\n"), IsEmpty());
  EXPECT_THAT(failures(step + "IRRD114I}]\n"), ElementsAre(HasSubstr("| IRRD114I | IRRD122I Ring R cannot be added")));
  EXPECT_THAT(failures(step + "[]}]\n"), ElementsAre(HasSubstr("| no message | IRRD122I")));
  EXPECT_THAT(failures(step + "[IRRD122I, IRRD122I]}]\n"),
              ElementsAre(HasSubstr("| IRRD122I / IRRD122I | IRRD122I Ring")));
  EXPECT_THAT(failures(step + "[{id: IRRD122I, inserts: [Other]}]}]\n"),
              ElementsAre(HasSubstr("| IRRD122I with 'Other' | IRRD122I Ring R")));
  EXPECT_THAT(failures(step + "[{id: IRRD122I, inserts: [added, Ring]}]}]\n"), testing::SizeIs(1))
      << "inserts are in order";
}

TEST(Runner, FailsOnOutputThatIsMissingOrForbidden) {
  EXPECT_THAT(
      failures(
          "name: n\nsteps:\n  - tso: [{command: LISTUSER, output: {contains: [IBMUSER, nothing], lacks: IBMUSER}}]\n"),
      ElementsAre(HasSubstr("output of LISTUSER | contains 'nothing' | it is not there"),
                  HasSubstr("| does not contain 'IBMUSER' | it is there")));
}

// The library's search would run out of stack on the whole of such a line.
TEST(Runner, SearchesALongLineAtItsBeginning) {
  const std::string head = "name: n\nhosts: [{name: H}]\nsteps:\n  - put: {path: /f, content: b" +
                           std::string(100'000, 'a') + "c}\n  - sh: [{run: cat /f, output: {matches: ";
  EXPECT_THAT(failures(head + "'^ba+'}}]\n"), IsEmpty());
  EXPECT_THAT(failures(head + "'a$'}}]\n"), testing::SizeIs(1)) << "where the search ends, the line does not";
  EXPECT_THAT(failures(head + "'a*c'}}]\n"), ElementsAre(HasSubstr("a line that matches 'a*c' | there is none")));
}

TEST(Runner, FailsOnAJobThatEndsOtherwise) {
  const std::string job =
      "name: n\nsteps:\n  - jcl: |\n      //J JOB\n      //S EXEC PGM=IKJEFT01\n      //SYSTSPRT DD SYSOUT=*\n"
      "      //SYSTSIN DD *\n       LISTUSER\n       NOTHING\n      /*\n";
  EXPECT_THAT(failures(job), ElementsAre(HasSubstr("3:5 end of job J | CC 0000 | CC 0012")));
  EXPECT_THAT(failures(job + "    expect: {cc: 12, steps: {S: 12}, commands: [{command: LISTUSER}, {rc: 12}]}\n"),
              IsEmpty());
  EXPECT_THAT(
      failures(job + "    expect: {cc: 12, steps: {S: 0, T: 0}, commands: [{command: LISTGRP}]}\n"),
      ElementsAre(HasSubstr("end of step S | CC 0000 | CC 0012"), HasSubstr("step T | CC 0000 | there is no such step"),
                  HasSubstr("number of commands that ran | 1 | 2"), HasSubstr("command | LISTGRP | LISTUSER")));
}

TEST(Runner, FailsOnAJobWithErrorsInItsJcl) {
  EXPECT_THAT(failures("name: n\nsteps:\n  - jcl: |\n      //J JOB\n      //S EXEC\n"),
              ElementsAre(HasSubstr("end of job J | CC 0000 | JCL ERROR")));
}

TEST(Runner, FailsOnAWrongMatrix) {
  EXPECT_THAT(world_failures("  - trust: {}\n"
                             "    expect: {matrix: {HERE: {THERE: trusted}, THERE: {HERE: not on ring}}}\n"),
              ElementsAre(HasSubstr("19:37 link HERE -> THERE | trusted | HERE -> THERE  not on ring: ")));
}

TEST(Runner, FailsOnALinkThatTheMatrixLeavesOut) {
  EXPECT_THAT(world_failures("  - trust: {}\n    expect: {matrix: {HERE: {THERE: not on ring}}}\n"),
              ElementsAre(HasSubstr(
                  "link THERE -> HERE | a place in the matrix | the matrix does not say; it is not on ring")));
}

TEST(Runner, FailsOnALinkOfAnUnknownEndpoint) {
  EXPECT_THAT(world_failures("  - trust: {}\n    expect: {links: [{client: HERE, server: THER, verdict: trusted}]}\n"),
              ElementsAre(HasSubstr("no endpoint is called THER; did you mean 'THERE'?")));
}

TEST(Runner, FailsOnARefusalByTheOtherSideOrWithOtherWords) {
  EXPECT_THAT(
      world_failures(
          "  - trust: {}\n    expect: {links: [{client: HERE, server: THERE, verdict: not on ring, by: server}]}\n"),
      ElementsAre(HasSubstr("not on ring, refused by the server | HERE -> THERE")));
  EXPECT_THAT(world_failures("  - trust: {}\n    expect: {links: [{client: HERE, server: THERE, verdict: not on ring, "
                             "openssl: expired}]}\n"),
              ElementsAre(HasSubstr("with 'expired' from OpenSSL | HERE -> THERE")));
}

TEST(Runner, TakesATrustCheckWithoutExpectationsForOneThatMustHold) {
  EXPECT_THAT(
      world_failures("  - trust: {tls: 1.3}\n"),
      ElementsAre(HasSubstr("18:5 link HERE -> THERE under TLS 1.3 | trusted"), HasSubstr("link THERE -> HERE")));
}

TEST(Runner, FailsOnAWrongRing) {
  const std::string look = "  - expect: {rings: [{system: HERE, ring: SRV/";
  EXPECT_THAT(
      world_failures(look + "Ring, members: [{owner: SRV, label: server, usage: PERSONAL, default: true}]}]}\n"),
      IsEmpty());
  EXPECT_THAT(world_failures(look + "Ring, members: [{owner: SRV, label: server, usage: PERSONAL}]}]}\n"),
              ElementsAre(HasSubstr(
                  "members of ring SRV/Ring on HERE | ID(SRV) 'server' PERSONAL | ID(SRV) 'server' PERSONAL DEFAULT")));
  EXPECT_THAT(world_failures(look + "Ring, members: []}]}\n"), ElementsAre(HasSubstr("| empty | ID(SRV)")));
  EXPECT_THAT(world_failures(look + "RING}]}\n"),
              ElementsAre(HasSubstr("ring SRV/RING on HERE | exists | does not exist")));
  EXPECT_THAT(world_failures(look + "Ring, exists: false}]}\n"), ElementsAre(HasSubstr("| does not exist | exists")));
}

TEST(Runner, FailsOnAWrongCertificate) {
  const std::string look = "  - expect: {certificates: [{system: HERE, owner: SRV, label: ";
  EXPECT_THAT(
      world_failures(
          look + "server, status: TRUST, private_key: true, serial: \"00\", subject: CN=here, issuer: CN=here}]}\n"),
      IsEmpty());
  EXPECT_THAT(
      world_failures(look +
                     "server, status: NOTRUST, private_key: false, serial: \"01\", subject: CN=x, issuer: CN=y}]}\n"),
      ElementsAre(HasSubstr("status of certificate ID(SRV) 'server' on HERE | NOTRUST | TRUST"),
                  HasSubstr("private key of certificate ID(SRV) 'server' on HERE | NO | YES"), HasSubstr("| 01 | 00"),
                  HasSubstr("| CN=x | CN=here"), HasSubstr("| CN=y | CN=here")));
  EXPECT_THAT(world_failures(look + "other}]}\n"), ElementsAre(HasSubstr("| exists | does not exist")));
  EXPECT_THAT(world_failures(look + "server, exists: false}]}\n"), ElementsAre(HasSubstr("| does not exist | exists")));
}

TEST(Runner, FailsOnATransferOfNothing) {
  EXPECT_THAT(world_failures("  - transfer: {data_set: A.B, from: HERE, to: THERE}\n"),
              ElementsAre(HasSubstr(
                  "18:5 A.B copied from HERE to THERE | the data set is copied | there is no such data set on HERE")));
}

TEST(Runner, GoesOnAfterAFailedStep) {
  const ScenarioReport report = play_text("name: n\nsteps:\n  - tso: NOTHING\n  - tso: LISTUSER\n");
  ASSERT_EQ(report.steps.size(), 2U);
  EXPECT_FALSE(report.passed());
  EXPECT_EQ(report.failures(), 1U);
}

TEST(Runner, GivesTheSameReportEachTime) {
  const auto text = [] {
    std::string all;
    for (const StepReport& step :
         play_text(std::string(world) + "  - {title: list, system: HERE, tso: RACDCERT ID(SRV) LIST}\n").steps)
      all += base::join(step_lines(step, "f"), "\n");
    return all;
  };
  const std::string first = text();
  EXPECT_EQ(first, text());
  EXPECT_THAT(first, HasSubstr("2024/01/15")) << "the clock is the scenario's own";
}

TEST(Runner, TellsAWatcherOfEachStep) {
  const auto scenario = read_scenario("name: n\nsteps: [{tso: LISTUSER}, {clock: 2030-01-01}]\n", "t", ".");
  ASSERT_TRUE(scenario);
  std::vector<std::string> titles;
  play(*scenario, [&](const StepReport& step) { titles.push_back(step.title); });
  EXPECT_THAT(titles, ElementsAre("1 TSO command", "the clock moves to 2030/01/01 12:00:00"));
}

TEST(Runner, ReportsAFailureWithItsPlaceAndBothSides) {
  const auto lines = verdict_lines(play_text("name: n\nsteps:\n  - tso: [{command: LISTUSER, rc: 4}]\n"));
  ASSERT_GE(lines.size(), 5U);
  EXPECT_EQ(lines[0], "FAILED test.yaml  n");
  EXPECT_EQ(lines[2], "    test.yaml:3:35: return code of LISTUSER");
  EXPECT_EQ(lines[3], "        expected: 4");
}

TEST(Runner, AnInterruptedScenarioNamesTheStepThatWasPlaying) {
  ScenarioReport report;
  report.file = "x.yaml";
  report.interruption = Interruption{Outcome::broken, "signal 11", 2, "the second", {9, 5}};
  EXPECT_THAT(verdict_lines(report),
              ElementsAre("BROKEN x.yaml", "  x.yaml:9:5: step 2, the second", "      signal 11"));
  EXPECT_FALSE(report.passed());
}

TEST(Runner, CountsInItsLastLine) {
  ScenarioReport bad;
  bad.mistakes.push_back({"a mistake", {2, 3}, "  oops"});
  EXPECT_EQ(summary_line({Outcome::passed, bad.outcome()}), "2 scenarios: 1 passed, 1 failed");
  EXPECT_THAT(verdict_lines(bad), testing::Contains("      ^"));
}

TEST(FindScenarios, TakesFilesAndFoldersInOrder) {
  const test_support::TemporaryDirectory folder;
  std::filesystem::create_directory(folder.path() / "sub");
  for (const char* name : {"b.yaml", "a.yml", "c.txt", "sub/d.yaml"}) std::ofstream(folder.path() / name) << "x";
  const auto found = find_scenarios({folder.path().string(), folder.file("c.txt")});
  ASSERT_TRUE(found);
  EXPECT_THAT(*found, ElementsAre(folder.path() / "a.yml", folder.path() / "b.yaml", folder.path() / "sub/d.yaml",
                                  folder.path() / "c.txt"));
  EXPECT_FALSE(find_scenarios({folder.file("missing")}));
  std::filesystem::create_directory(folder.path() / "empty");
  EXPECT_FALSE(find_scenarios({folder.file("empty")}));
}

}  // namespace
}  // namespace ringside::harness
