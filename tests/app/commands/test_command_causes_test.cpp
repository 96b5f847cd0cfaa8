// tests/app/commands/test_command_causes_test.cpp - refused links are told once for each cause, with commands that can
// be copied, in the text, in JUnit and in the report.
#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using testing::HasSubstr;

constexpr const char* connect = "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)";

/// Three systems whose CA is one; the ring of the third has no default, so that it refuses both others.
std::string scenario() {
  std::string text = "name: N\nusers: [{name: SRV}]\nsystems: [{name: S1}, {name: S2}, {name: S3}]\nsteps:\n";
  text +=
      "  - {system: S1, tso: [\"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)\", "
      "\"RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('A.P12') FORMAT(PKCS12DER) PASSWORD('secret')\"]}\n"
      "  - {transfer: {data_set: A.P12, from: S1, to: S2}}\n  - {transfer: {data_set: A.P12, from: S1, to: S3}}\n";
  for (const std::string system : {"S2", "S3"})
    text +=
        "  - {system: " + system + ", tso: \"RACDCERT CERTAUTH ADD('A.P12') WITHLABEL('CA') PASSWORD('secret')\"}\n";
  for (const std::string system : {"S1", "S2", "S3"})
    text += "  - {system: " + system + ", tso: [\"RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + system +
            "')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA'))\", RACDCERT ID(SRV) "
            "ADDRING(Ring), \"RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))\", \"" +
            (system == "S3" ? "PROFILE" : connect) + "\"]}\n";
  return text + "  - {title: all, trust: {}}\n";
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

TEST(TestCommandCauses, AreToldOnceWithCommandsThatCanBeCopied) {
  const test_support::TemporaryDirectory folder;
  const std::string file = folder.file("a.yaml"), junit = folder.file("j.xml"), page = folder.file("r.html");
  test_support::write_file(file, scenario());
  const auto run = test_support::run_ringside({"test", "--junit", junit, "--report", page, file});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("        | to make ID(SRV) LABEL('Server') the ring's default:\n        |   on S3:\n"
                                 "        |     " +
                                 std::string(connect) +
                                 "\n        | tried: afterwards the link holds\n        | 1 more refused link: the "
                                 "commands of this cause repair them too\n"));
  EXPECT_EQ(count(run.out, "expected: "), 1U) << run.out;
  const std::string xml = test_support::read_file(junit);
  EXPECT_EQ(count(xml, "<failure "), 1U);
  EXPECT_THAT(xml, HasSubstr("\n      |     " + std::string(connect) + "\n"));
  EXPECT_THAT(test_support::read_file(page), HasSubstr("on S3:\n  RACDCERT ID(SRV) CONNECT(LABEL(&#39;Server&#39;)"));
}

TEST(TestCommandCauses, StandBelowEachLinkThatAMatrixWantsTrusted) {
  const test_support::TemporaryDirectory folder;
  std::string text = scenario();
  text.erase(text.rfind("  - {title: all"));
  text +=
      "  - trust: {endpoints: [S1:SRV/Ring, S2:SRV/Ring, S3:SRV/Ring]}\n    expect: {matrix: {S1: {S2: trusted, S3: "
      "trusted}, S2: {S1: trusted, S3: trusted}, S3: {S1: trusted, S2: trusted}}}\n";
  test_support::write_file(folder.file("a.yaml"), text);
  const auto run = test_support::run_ringside({"test", folder.file("a.yaml")});
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(count(run.out, "|     " + std::string(connect)), 1U) << run.out;
  EXPECT_EQ(count(run.out, "| the commands above repair it too\n"), 1U) << run.out;
}

TEST(TestCommandCauses, SayThatTheRingOfANameInTheMatrixIsEmpty) {
  const test_support::TemporaryDirectory folder;
  test_support::write_file(folder.file("a.yaml"),
                           "name: N\nusers: [{name: SRV}]\nsystems: [{name: S1}, {name: S2}]\nsteps:\n"
                           "  - {system: S1, tso: RACDCERT ID(SRV) ADDRING(Ring)}\n"
                           "  - {trust: {}, expect: {matrix: {S1: {S2: trusted}, S2: {S1: trusted}}}}\n");
  const auto run = test_support::run_ringside({"test", folder.file("a.yaml")});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("no endpoint is called S1: its ring SRV/Ring holds no certificate\n"));
}

}  // namespace
}  // namespace ringside::app
