// tests/harness/steps/steps_on_hosts_test.cpp - steps on systems that have files: read strictly, and played.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/play/runner.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "harness/steps/shell_commands.hpp"

namespace ringside::harness {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* head =
    "name: Hosts\nsystems:\n  - {name: HERE, kind: distributed, openssl: 1.1}\n  - {name: THERE, kind: ibmi}\nsteps:\n";

ScenarioReport played(const std::string& steps) {
  const auto scenario = read_scenario(head + steps, "test.yaml", ".");
  if (scenario) return play(*scenario);
  ScenarioReport report;
  report.mistakes = scenario.error();
  return report;
}

/// The first mistake of a file with these steps.
std::string mistake(const std::string& steps) {
  const auto report = played(steps);
  return report.mistakes.empty() ? "none" : report.mistakes.front().text;
}

TEST(HostSteps, AShellKeepsItsPlaceForEachUserOfASystem) {
  const auto report = played(
      "  - {system: HERE, sh: [mkdir -p /a/b, cd /a/b, export X=1]}\n"
      "  - system: HERE\n    sh:\n      - {run: 'pwd; echo $X', output: {contains: [/a/b, '1']}}\n"
      "  - {system: HERE, user: Other, sh: [{run: pwd, output: {lacks: [/a/b]}}]}\n"
      "  - {system: THERE, sh: [{run: ls /a, rc: 2}]}\n");
  EXPECT_TRUE(report.passed()) << (report.steps.empty() ? "" : report.steps.front().failures.front().came);
}

TEST(HostSteps, ATransferTakesOctetsAsTheyAreAndTextAcrossCodePages) {
  const auto scenario = read_scenario(
      "name: Transfer\nsystems: [{name: ZOS}]\nhosts: [{name: HOST}]\nsteps:\n"
      "  - {system: HOST, sh: ['mkdir /y', 'printf \"a{\\nb\\n\" >/y/text', 'openssl rand -out /y/octets 300']}\n"
      "  - {transfer: {file: 'HOST:/y/octets', to: ZOS, data_set: A.OCTETS}}\n"
      "  - {transfer: {data_set: A.OCTETS, from: ZOS, file: 'HOST:/new/place/octets', owner: other}}\n"
      "  - {transfer: {data_set: A.OCTETS, from: ZOS, file: 'HOST:/y/no', text: true}, expect: {must_fail: true}}\n"
      "  - {transfer: {file: 'HOST:/y/text', to: ZOS, data_set: A.TEXT, text: true}}\n"
      "  - {transfer: {data_set: A.TEXT, from: ZOS, file: 'HOST:/y/back', text: true}}\n"
      "  - {transfer: {data_set: A.TEXT, from: ZOS, file: 'HOST:/y/raw'}}\n"
      "  - system: HOST\n    sh: [cmp /y/octets /new/place/octets, cmp /y/text /y/back,\n"
      "      {run: cmp /y/text /y/raw, must_fail: true},\n"
      "      {run: ls -l /new/place, output: {contains: other}}]\n",
      "test.yaml", ".");
  ASSERT_TRUE(scenario);
  const auto report = play(*scenario);
  for (const StepReport& step : report.steps)
    for (const Failure& failure : step.failures) ADD_FAILURE() << failure.what << ": " << failure.came;
}

TEST(HostSteps, OnZosAShellBeginsAtHomeAndKeytoolOpensTheUsersRings) {
  const auto scenario = read_scenario(
      "name: Rings\nusers: [{name: SRV, uid: 7, home: /u/srv}]\nsteps:\n"
      "  - tso:\n      - RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('srv')) WITHLABEL('Srv')\n"
      "      - RACDCERT ID(SRV) ADDRING(Ring)\n      - RACDCERT ID(SRV) CONNECT(LABEL('Srv') RING(Ring))\n"
      "  - user: SRV\n    sh: [{run: pwd, output: {contains: /u/srv}},\n"
      "      {run: keytool -list -storetype JCERACFKS -keystore safkeyringjce:///Ring -storepass password,\n"
      "       output: {contains: Srv}}, 'keytool -exportcert -alias Srv -file c.der -storetype JCERACFKS -keystore "
      "safkeyringjce:///Ring -storepass password', touch /tmp/x]\n",
      "test.yaml", ".");
  ASSERT_TRUE(scenario);
  const auto report = play(*scenario);
  for (const StepReport& step : report.steps)
    for (const Failure& failure : step.failures) ADD_FAILURE() << failure.what << ": " << failure.came;
}

TEST(HostSteps, PutAndCopyKeepContentModeAndGiveTheOwner) {
  const auto report = played(
      "  - {system: HERE, put: {path: /x/key, content: secret, mode: \"0600\"}}\n"
      "  - {system: THERE, sh: mkdir /y}\n"
      "  - {user: twsUser, copy: {paths: [/x/key], from: HERE, to: THERE, into: /y}}\n"
      "  - {system: THERE, sh: [{run: 'ls -l /y; cat /y/key', output: {contains: ['-rw------- 1 twsUser', "
      "secret]}}]}\n");
  EXPECT_TRUE(report.passed());
  EXPECT_THAT(report.steps.at(2).notes, ElementsAre("HERE:/x/key copied to THERE:/y/key, of twsUser"));
}

TEST(HostSteps, AMissingFileFailsItsStep) {
  const auto report = played("  - {copy: {paths: /none, from: HERE, to: THERE, into: /}}\n");
  ASSERT_EQ(report.failures(), 1u);
  EXPECT_EQ(report.steps.front().failures.front().came, "No such file or directory");
}

TEST(HostSteps, TheReleaseOfOpensslIsTheSystems) {
  const auto report = played(
      "  - {system: HERE, sh: [{run: openssl version, output: {contains: OpenSSL 1.1}}]}\n"
      "  - {system: THERE, sh: [{run: openssl version, output: {contains: OpenSSL 3.0}}]}\n");
  EXPECT_TRUE(report.passed());
}

TEST(HostSteps, WhatComesOtherwiseIsAFailureWithItsPlace) {
  const auto report = played("  - {system: HERE, sh: [{run: 'echo a; false', output: {contains: b}}]}\n");
  ASSERT_EQ(report.failures(), 2u);
  EXPECT_EQ(report.steps.front().failures.front().expected, "0");
  EXPECT_EQ(report.steps.front().failures.front().where.line, 6);
}

TEST(HostSteps, ATlsCheckWithoutARunningAgentFails) {
  const auto report =
      played("  - {tls: {agent: 'THERE:/opt', key_store: 'HERE:/k', trust_store: 'HERE:/t', password: x}}\n");
  ASSERT_EQ(report.failures(), 1u);
  EXPECT_EQ(report.steps.front().failures.front().came, "it does not run");
}

TEST(HostSteps, TheirFormIsStrict) {
  EXPECT_THAT(mistake("  - {system: HERE, sh: []}\n"), HasSubstr("holds no command"));
  EXPECT_THAT(mistake("  - {system: HERE, sh: [{run: a, messages: X}]}\n"), HasSubstr("messages"));
  EXPECT_THAT(mistake("  - {system: HERE, put: {path: x}}\n"), HasSubstr("begins with '/'"));
  EXPECT_THAT(mistake("  - {system: HERE, put: {path: /x, mode: rw}}\n"), HasSubstr("octal"));
  EXPECT_THAT(mistake("  - {copy: {from: HERE, to: THERE, into: /x}}\n"), HasSubstr("paths"));
  EXPECT_THAT(mistake("  - {copy: {paths: /x, from: HERE, to: NONE, into: /x}}\n"), HasSubstr("no system NONE"));
  EXPECT_THAT(mistake("  - {tls: {agent: 'NONE:/x', key_store: 'HERE:/k', trust_store: 'HERE:/t', password: x}}\n"),
              HasSubstr("SYSTEM:/PATH"));
  EXPECT_THAT(mistake("  - tls: {agent: 'THERE:/x', key_store: 'HERE:/k', trust_store: 'HERE:/t', password: x}\n"
                      "    expect: {to_agent: maybe}\n"),
              HasSubstr("'trusted', or"));
}

}  // namespace
}  // namespace ringside::harness
