// tests/app/commands/test_command_secrets_test.cpp - reports of scenarios show no passwords.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using test_support::write_file;
using testing::HasSubstr;
using testing::Not;

class ScenarioSecrets : public testing::Test {
 protected:
  /// All that a run of a scenario prints and writes: as text, as JSON, and as an HTML and a JUnit report.
  std::string told(const std::string& steps) {
    write_file(folder_.file("s.yaml"), "name: n\nhosts: [{name: H}]\n" + steps);
    const auto text = run_ringside({"test", "--show", "--report", folder_.file("r.html"), "--junit",
                                    folder_.file("r.xml"), folder_.file("s.yaml")});
    const auto json = run_ringside({"--json", "test", folder_.file("s.yaml")});
    return text.out + text.error + json.out + json.error + test_support::read_file(folder_.file("r.html")) +
           test_support::read_file(folder_.file("r.xml"));
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(ScenarioSecrets, WhatIsWrittenToAPasswordFileIsNotShown) {
  const std::string all = told(
      "steps:\n  - sh:\n"
      "    - echo CANARY1 > ca.pwd\n    - cat ca.pwd\n    - export PASS=CANARY2\n    - echo $PASS; export -p\n"
      "    - KEYPW=CANARY3 pwd\n    - printf '%s' CANARY4 > pw; cat pw\n"
      "    - {run: cat, input: \"nothing\\n\"}\n"
      "    - {run: openssl genrsa -aes128 -out k.key 1024, input: \"CANARY5\\nCANARY5\\n\"}\n"
      "    - {run: openssl rsa -in k.key -passin stdin -out p.key, input: \"CANARY5\\n\"}\n"
      "    - echo CANARY5 | openssl rsa -in k.key -passin stdin -out p.key\n"
      "    - echo CANARY5 > x; cat x\n"
      "    - \"cat > pass.txt <<EOF\\nCANARY6\\nEOF\\ncat pass.txt\"\n");
  EXPECT_THAT(all, HasSubstr("********"));
  EXPECT_THAT(all, Not(HasSubstr("CANARY")));
  EXPECT_THAT(all, HasSubstr("1 passed")) << all;
}

TEST_F(ScenarioSecrets, AFailureShowsNoPassword) {
  const std::string all = told(
      "steps:\n  - sh:\n    - {run: echo CANARY1 > ca.pwd}\n"
      "    - {run: cat ca.pwd, output: {contains: nothing, exact: other}}\n");
  EXPECT_THAT(all, HasSubstr("1 failed"));
  EXPECT_THAT(all, Not(HasSubstr("CANARY")));
}

TEST_F(ScenarioSecrets, AMistakenLineIsQuotedWithoutItsPassword) {
  for (const char* line : {"  - {shh: keytool -list -storepass CANARY}", "  - {shh: openssl rsa -passin pass:CANARY}",
                           "  - {shh: x, password: CANARY}", "  - {shh: x, input: CANARY}",
                           "  - {shh: \"ADDUSER A PASSWORD(CANARY)\"}", "  - {shh: export STOREPASS=CANARY}",
                           "  - {shh: 'KEYPASS=CANARY ls'}", "  - {shh: keytool -storepass 'CANARY'}"}) {
    const std::string all = told(std::string("steps:\n") + line + "\n");
    EXPECT_THAT(all, HasSubstr("shh")) << line;
    EXPECT_THAT(all, Not(HasSubstr("CANARY"))) << line;
  }
}

}  // namespace
}  // namespace ringside::app
