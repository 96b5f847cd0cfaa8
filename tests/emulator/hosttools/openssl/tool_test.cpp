// tests/emulator/hosttools/openssl/tool_test.cpp - files, pass phrases and prompts of one run.
#include "emulator/hosttools/openssl/tool.hpp"

#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslTool : public OpensslBench {
 protected:
  /// The pass phrase of a source, or what is printed instead.
  std::string password(const std::string& source, const std::string& name = "rsa") {
    host::TextStreams streams("typed\nnext\n");
    host::Process process{lab_, system_, "root", files_, streams, "/", variables_};
    Tool tool(process, Personality::v3_0, name);
    const auto found = tool.password(source);
    EXPECT_EQ(tool.status(), found ? 0 : 1) << source;
    return found ? std::string(found->reveal()) : streams.errors();
  }
  std::string asked(const std::string& input) {
    host::TextStreams streams(input);
    host::Process process{lab_, system_, "root", files_, streams};
    Tool tool(process, Personality::v3_0, "rsa");
    const auto found = tool.ask_new("Enter:");
    return streams.errors() + (found ? std::string(found->reveal()) : "(none)");
  }
};

TEST_F(OpensslTool, PassPhrasesComeFromTheirSource) {
  ASSERT_TRUE(files_.write("/pw", base::to_bytes("first\nsecond\n")));
  EXPECT_EQ(password("pass:a:b"), "a:b");
  EXPECT_EQ(password("pass:"), "");
  EXPECT_EQ(password("env:SECRET"), "secret");
  EXPECT_EQ(password("file:pw"), "first");
  EXPECT_EQ(password("stdin"), "typed");
  EXPECT_EQ(password("fd:0"), "typed");
}

TEST_F(OpensslTool, WrongSourcesAreNamed) {
  const std::string end = "\nError getting passwords\n";
  EXPECT_EQ(password("env:NOPE"), "No environment variable NOPE" + end);
  EXPECT_EQ(password("file:nosuch"), "Can't open file nosuch" + end);
  EXPECT_EQ(password("fd:3"), "fd: is not emulated" + end);
  EXPECT_EQ(password("foobar:x"), "Invalid password argument, missing ':' within the first 5 chars" + end);
  EXPECT_EQ(password("foo:x"), "Invalid password argument, starting with \"foo:\"" + end);
  EXPECT_EQ(password("foo:x", "genrsa"), "Invalid password argument, starting with \"foo:\"\nError getting password\n");
}

TEST_F(OpensslTool, ANewPassPhraseIsAskedForTwice) {
  EXPECT_EQ(asked("maestro\nmaestro\n"), "Enter:\nVerifying - Enter:\nmaestro");
  EXPECT_EQ(asked("maestro\nother\n"), "Enter:\nVerifying - Enter:\nVerify failure\n(none)");
  EXPECT_THAT(asked("abc\n"), testing::HasSubstr("You must type in 4 to 1024 characters\n(none)"));
  EXPECT_THAT(asked(""), testing::HasSubstr("while reading strings\n(none)"));
}

TEST_F(OpensslTool, FilesThatCannotBeOpenedAreNamedInTheWordsOfTheRelease) {
  const auto refused = [&](Personality personality, unsigned mode) {
    host::TextStreams streams;
    host::Process process{lab_, system_, "root", files_, streams};
    Tool tool(process, personality, "rsa");
    EXPECT_FALSE(tool.read("nosuch"));
    EXPECT_FALSE(tool.write("nosuch/x", "text", mode));
    return streams.errors();
  };
  EXPECT_EQ(refused(Personality::v3_0, 0600),
            "Can't open \"nosuch\" for reading, No such file or directory\n"
            "rsa: Can't open \"nosuch/x\" for writing, No such file or directory\n");
  EXPECT_EQ(refused(Personality::v1_1, 0644),
            "Can't open nosuch for reading, No such file or directory\n"
            "Can't open nosuch/x for writing, No such file or directory\n");
}

TEST_F(OpensslTool, AConfigurationIsReadOrItsLineNamed) {
  host::TextStreams streams;
  host::Process process{lab_, system_, "root", files_, streams, "/", variables_};
  Tool tool(process, Personality::v3_0, "req");
  EXPECT_EQ(tool.configuration("ca.cnf")->find("dn", "O"), "Site");
  EXPECT_EQ(tool.parse_configuration("[a]\nx = $ENV::SECRET\n", "b.cnf")->find("a", "x"), "secret");
  EXPECT_FALSE(tool.parse_configuration("[a\n", "b.cnf"));
  EXPECT_EQ(streams.errors(), "req: Error on line 1 of config file \"b.cnf\"\n");
}

}  // namespace
}  // namespace ringside::openssl
