// tests/harness/scenario/scenario_reader_test.cpp - scenario files: what is read, and every mistake at its place.
#include "harness/scenario/scenario_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/steps/job.hpp"
#include "harness/steps/transfer.hpp"
#include "harness/steps/trust.hpp"
#include "harness/steps/tso.hpp"
#include "tests/support/places.hpp"

namespace ringside::harness {
namespace {

constexpr const char* whole = R"(# a scenario
name: All keys
about: Each of them once.
date: 2013-05-17T08:30:00
seed: jupiter
systems:
  - {name: SYSA, kind: zos, sysplex: PLEX1, database: SHARED}
  - {name: SYSB, sysplex: PLEX1, database: SHARED, host: [b.example.com, 10.0.0.2]}
steps:
  - title: A job
    system: SYSA
    user: izuadm
    jcl: |
      //J JOB
      //S EXEC PGM=IKJEFT01
    expect:
      cc: CC 0004
      steps: {S: 4, T: BYPASSED}
      commands:
        - {command: LISTRING, rc: 4, messages: [{id: IRRD115I, inserts: IZUSVR}], output: {contains: a, lacks: [b, c]}}
      output: {contains: [READY]}
      rings: [{ring: IZUSVR/Ring, members: [{owner: CERTAUTH, label: CA, usage: CERTAUTH}]}]
      certificates: [{owner: izusvr, label: S, exists: false}]
  - {system: SYSB, tso: [LISTUSER, {command: RACDCERT LIST, rc: 4}]}
  - transfer: {data_set: a.b, from: SYSA, to: SYSB, as: C}
  - clock: 2026-01-01
  - trust: {tls: "1.2", mutual: yes, verify_host: true, endpoints: ["SYSA:IZUSVR/Ring", {system: SYSB, ring: X/Y, label: L, host: h, name: N}]}
    expect:
      matrix: {SYSA: {N: trusted}, N: {SYSA: "same name, another key"}}
      links: [{client: SYSA, server: N, verdict: expired, by: client, openssl: expired}]
)";

Scenario must_read(const std::string& text) {
  auto scenario = read_scenario(text, "test.yaml", test_support::source_folder());
  if (scenario) return *std::move(scenario);
  std::string all;
  for (const auto& mistake : scenario.error()) all += mistake.text + "\n";
  ADD_FAILURE() << all;
  return {};
}

TEST(ScenarioLibraries, AreFoldersBelowTheScenario) {
  const Scenario scenario = must_read("name: X\nlibraries: {site.proclib: scenarios}\nsteps: [tso: LISTUSER]\n");
  EXPECT_TRUE(scenario.libraries.has("SITE.PROCLIB"));
}

/// "line:column: text" of each mistake.
std::vector<std::string> mistakes(const std::string& text) {
  const auto scenario = read_scenario(text, "test.yaml", test_support::source_folder());
  std::vector<std::string> all;
  if (!scenario)
    for (const auto& mistake : scenario.error())
      all.push_back(std::to_string(mistake.where.line) + ":" + std::to_string(mistake.where.column) + ": " +
                    mistake.text);
  return all;
}

/// The mistakes of one step, written in one line from column 5 of line 3.
std::vector<std::string> step_mistakes(const std::string& step) {
  return mistakes("name: n\nsteps:\n  - " + step + "\n");
}

TEST(ScenarioReader, ReadsEveryKey) {
  const Scenario scenario = must_read(whole);
  EXPECT_EQ(scenario.name, "All keys");
  EXPECT_EQ(scenario.about, "Each of them once.");
  EXPECT_EQ(base::listing_time(scenario.date, {}), "2013/05/17 08:30:00");
  EXPECT_EQ(scenario.seed, "jupiter");
  ASSERT_EQ(scenario.systems.size(), 2U);
  EXPECT_EQ(scenario.systems[1].database, "SHARED");
  EXPECT_EQ(scenario.host_names.at("SYSB"), (std::vector<std::string>{"b.example.com", "10.0.0.2"}));
  ASSERT_EQ(scenario.steps.size(), 5U);
  EXPECT_EQ(scenario.steps[0].user, "IZUADM");
  EXPECT_EQ(scenario.steps[0].where, (parser::Position{10, 5}));
  EXPECT_EQ(scenario.steps[0].state.rings.at(0).system, "SYSA");
  EXPECT_EQ(scenario.steps[0].state.certificates.at(0).owner, "IZUSVR");
}

TEST(ScenarioReader, ChecksHostNames) {
  EXPECT_EQ(mistakes("name: n\nhosts: [{name: WEB, host: \"a b\"}]\nsteps: [tso: LISTUSER]\n"),
            std::vector<std::string>{"2:27: 'a b' is not a host name or IP address"});
}

TEST(ScenarioReader, ReadsWhatAJobMustShow) {
  const Scenario scenario = must_read(whole);
  const auto& job = dynamic_cast<const SubmitJob&>(*scenario.steps[0].action);
  EXPECT_THAT(job.text, testing::StartsWith("//J JOB\n"));
  EXPECT_EQ(job.expect.cc.value, "CC 0004");
  EXPECT_EQ(job.expect.cc.where, (parser::Position{17, 11}));
  EXPECT_EQ(job.expect.steps.at(0).cc.value, "CC 0004");
  EXPECT_EQ(job.expect.steps.at(1).cc.value, "BYPASSED");
  const CommandExpectation& command = job.expect.commands->value.at(0);
  EXPECT_EQ(command.rc.value, 4);
  EXPECT_EQ(command.messages->value.at(0).id, "IRRD115I");
  EXPECT_EQ(command.messages->value.at(0).inserts, std::vector<std::string>{"IZUSVR"});
  EXPECT_EQ(command.output.lacks.size(), 2U);
}

TEST(ScenarioReader, ReadsWhatATrustCheckMustShow) {
  const Scenario scenario = must_read(whole);
  const auto& trust = dynamic_cast<const CheckTrust&>(*scenario.steps[4].action);
  EXPECT_EQ(trust.options.versions, std::vector{crypto::TlsVersion::tls12});
  EXPECT_TRUE(trust.options.mutual && trust.options.verify_host);
  EXPECT_EQ(trust.endpoints.at(1).label, "L");
  EXPECT_EQ(trust.expect.matrix->value.at(1).verdict, Reason::another_key);
  EXPECT_EQ(trust.expect.links.at(0).refused_by, Side::client);
  const auto& transfer = dynamic_cast<const TransferDataSet&>(*scenario.steps[2].action);
  EXPECT_EQ(transfer.data_set, "A.B");
  EXPECT_EQ(transfer.as, "C");
}

TEST(ScenarioReader, FillsInWhatIsNotSaid) {
  const Scenario scenario = must_read("name: n\nsteps: [{tso: LISTUSER}]\n");
  EXPECT_EQ(scenario.systems.at(0).name, "SYS1");
  EXPECT_EQ(base::listing_time(scenario.date, {}), "2024/01/15 12:00:00");
  EXPECT_FALSE(scenario.seed.empty());
  EXPECT_EQ(scenario.steps.at(0).system, "SYS1");
  EXPECT_EQ(scenario.steps.at(0).user, "IBMUSER");
  EXPECT_EQ(dynamic_cast<const TsoCommands&>(*scenario.steps[0].action).commands.at(0).expect.rc.value, 0);
}

TEST(ScenarioReader, ReportsAnUnknownKeyAtItsPlaceWithWhatWasMeant) {
  EXPECT_THAT(step_mistakes("{tso: LU, expct: {}}"),
              testing::ElementsAre("3:15: unknown key 'expct' in a step; did you mean 'expect'?"));
  EXPECT_THAT(mistakes("nam: n\nsteps: [{tso: LU}]\n"),
              testing::ElementsAre("1:1: unknown key 'nam' in a scenario; did you mean 'name'?",
                                   "1:1: a scenario needs the key 'name'"));
}

TEST(ScenarioReader, ReportsEveryMistakeOfAFileAndTheLineItself) {
  const auto scenario =
      read_scenario("name: n\ndate: tomorrow\nsteps:\n  - {tso: ''}\n  - {clock: 2026-02-30}\n", "t", ".");
  ASSERT_FALSE(scenario);
  ASSERT_EQ(scenario.error().size(), 3U);
  EXPECT_EQ(scenario.error()[0].where, (parser::Position{2, 7}));
  EXPECT_EQ(scenario.error()[0].line, "date: tomorrow");
  EXPECT_EQ(scenario.error()[2].where, (parser::Position{5, 13}));
}

TEST(ScenarioReader, RefusesWrongValuesAtTheirPlace) {
  const struct {
    const char* step;
    const char* mistake;
  } rows[] = {
      {"{tso: LU, system: SYS2}", "3:23: there is no system SYS2 in this scenario; did you mean 'SYS1'?"},
      {"{tso: [{command: LU, rc: eight}]}", "3:30: 'rc' is a number from 0 to 4095"},
      {"{tso: [{command: LU, rc: -1}]}", "3:30: 'rc' is a number from 0 to 4095"},
      {"{tso: [{command: LU, messages: [IRRD]}]}", "3:37: 'IRRD' is not a message number"},
      {"{tso: [{rc: 8}]}", "3:12: a command needs the key 'command'"},
      {"{tso: []}", "3:11: 'tso' holds no command"},
      {"{jcl: x, expect: {cc: perhaps}}", "3:27: a condition code is 0 to 4095"},
      {"{submit: /etc/passwd}", "3:14: a job's file stands beside the scenario or below it"},
      {"{submit: a/../../b.jcl}", "3:14: a job's file stands beside the scenario or below it"},
      {"{submit: nothing.jcl}", "3:14: there is no file"},
      {"{tso: LU, jcl: x}", "3:5: a step does one thing"},
      {"{title: t}", "3:5: a step needs submit, jcl, tso, transfer, clock, trust, sh"},
      {"{trust: {tls: 1.1}}", "3:19: 'tls' is 1.2, 1.3 or both"},
      {"{trust: {mutual: perhaps}}", "3:22: 'mutual' is true or false"},
      {"{trust: {endpoints: [IZUSVR]}}", "3:26: 'IZUSVR' is not of the form SYSTEM:OWNER/RING"},
      {"{trust: {endpoints: ['SYSX:A/B']}}", "3:26: there is no system SYSX in this scenario"},
      {"{trust: {}, expect: {matrix: {A: {B: expird}}}}", "3:42: 'expird' is not a verdict"},
      {"{trust: {}, expect: {cc: 0}}", "3:26: unknown key 'cc' in a trust check's expectations"},
      {"{tso: LU, expect: {matrix: {}}}", "3:24: unknown key 'matrix' in this step's expectations"},
      {"{transfer: {data_set: 1A, from: SYS1, to: SYS1}}", "3:27: 1A is not a data set name"},
      {"{tso: LU, expect: {rings: [{ring: X}]}}", "3:39: 'X' is not of the form OWNER/RING"},
      {"{tso: LU, expect: {rings: [{ring: A/B, members: [{owner: A, label: L}]}]}}",
       "3:54: a ring's member needs the key 'usage'"},
      {"{tso: LU, expect: {certificates: [{owner: A, label: L, status: GOOD}]}}",
       "3:68: 'status' is one of TRUST, NOTRUST, HIGHTRUST"},
      {"[tso, LU]", "3:5: a step is a mapping, not a list"},
  };
  for (const auto& row : rows)
    EXPECT_THAT(step_mistakes(row.step), testing::Contains(testing::StartsWith(row.mistake))) << row.step;
}

TEST(ScenarioReader, RefusesRepeatedKeys) {
  EXPECT_THAT(mistakes("name: a\nname: b\nsteps: [{tso: LU}]\n"),
              testing::ElementsAre("2:1: the key 'name' stands twice in a scenario"));
}

TEST(ScenarioReader, AsksForASystemWhereThereAreSeveral) {
  EXPECT_THAT(mistakes("name: n\nsystems: [{name: A}, {name: B}]\nsteps: [{tso: LU}]\n"),
              testing::ElementsAre("3:9: the key 'system' must say which system"));
}

TEST(ScenarioReader, RefusesSystemsThatCannotBe) {
  EXPECT_THAT(
      mistakes("name: n\nsystems: [{name: lower}, {name: A, kind: zos9}, {name: A}]\nsteps: [{system: A, tso: LU}]\n"),
      testing::ElementsAre("2:18: a system's name has 1 to 8 characters A-Z 0-9 @ # $, the first no digit",
                           "2:42: 'kind' is one of zos, distributed, ibmi; did you mean 'zos'?",
                           "2:49: there is a system A already"));
}

TEST(ScenarioReader, RefusesLibrariesElsewhereOrNowhere) {
  const auto of = [](const std::string& pair) {
    return mistakes("name: n\nlibraries: {" + pair + "}\nsteps: [{tso: LU}]\n");
  };
  EXPECT_THAT(of("A.LIB: /etc"),
              testing::ElementsAre("2:20: a library's folder stands beside the scenario or below it"));
  EXPECT_THAT(of("A.LIB: no/such"), testing::ElementsAre(testing::HasSubstr("2:13: there is no folder")));
  EXPECT_THAT(of("1LIB: tests"), testing::ElementsAre("2:13: 1LIB is not a data set name"));
}

TEST(ScenarioReader, RefusesWhatIsNoYaml) {
  EXPECT_THAT(mistakes("name: [n\nsteps: {\n"), testing::SizeIs(1));
  EXPECT_THAT(mistakes(""), testing::Not(testing::IsEmpty()));
  EXPECT_THAT(mistakes("just a text"), testing::Contains(testing::HasSubstr("a scenario is a mapping, not one value")));
  EXPECT_THAT(mistakes("name: a\nsteps: [{tso: LU}]\n---\nname: b\n"),
              testing::Contains(testing::HasSubstr("one scenario, not several documents")));
}

TEST(ScenarioReader, RefusesDeepNestingAliasesAndLargeFiles) {
  const std::string deep(base::limits::scenario_depth + 1, '[');
  EXPECT_THAT(mistakes("name: " + deep), testing::Contains(testing::HasSubstr("nested deeper than")));
  EXPECT_THAT(mistakes("name: " + std::string(100'000, '[')), testing::Not(testing::IsEmpty()));
  EXPECT_THAT(mistakes("a: &x [1]\nb: *x\n"), testing::Contains(testing::HasSubstr("2:4: aliases are not taken")));
  EXPECT_THAT(mistakes(std::string(base::limits::scenario_bytes + 1, '#')),
              testing::Contains(testing::HasSubstr("larger than")));
}

TEST(ScenarioReader, RefusesMoreValuesThanAFileOfItsSizeNeeds) {
  std::string many;
  for (int i = 0; i < 12'000; ++i) many += "- a\n";
  EXPECT_THAT(mistakes(many),
              testing::ElementsAre(testing::HasSubstr("more than 10960 values for the size of the file")));
}

std::string problem_of(const std::string& text) {
  const auto scenario = read_scenario(text, "a.yaml", ".");
  if (scenario) return "none";
  return parser::describe(parser::Diagnostic{scenario.error().front().text, scenario.error().front().where, ""});
}

TEST(ScenarioReader, TellsErrorsOfFormInPlainWords) {
  EXPECT_EQ(problem_of("name: N\nsteps:\n\t- tso: TIME\n"), "line 3, column 1: a tab: YAML is indented by blanks only");
  EXPECT_EQ(problem_of("name: N\nsteps:\n  - tso: TIME\n   - tso: TIME\n"),
            "line 4, column 4: this line is not indented as the items of the list above it");
  EXPECT_EQ(problem_of("name: N\nsteps:\n    - tso: TIME\n  users: []\n"),
            "line 4, column 3: this line is not indented as the keys above it");
  EXPECT_EQ(problem_of("//J JOB 1,'x: y'\n"), "line 1, column 1: this is a job: 'ringside run' submits it");
}

}  // namespace
}  // namespace ringside::harness
