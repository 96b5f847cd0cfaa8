// tests/emulator/hosttools/openssl/names_test.cpp - distinguished names as each release reads and prints them.
#include "emulator/hosttools/openssl/names.hpp"

#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslNames : public OpensslBench {
 protected:
  /// The line of a -subj name, or what is printed instead.
  std::string line(const std::string& subject, Personality personality = Personality::v3_0, bool utf8 = false) {
    streams_ = host::TextStreams();
    Tool tool(process_, personality, "req");
    const auto name = read_subject(tool, subject, utf8);
    return streams_.errors() + (name ? name_line(tool, "subject", *name) : "");
  }

  host::TextStreams streams_;
  host::Process process_{lab_, system_, "root", files_, streams_};
};

TEST_F(OpensslNames, ArePrintedInTheStyleOfTheRelease) {
  EXPECT_EQ(line("/C=IT/O=x/CN=y"), "subject=C = IT, O = x, CN = y\n");
  EXPECT_EQ(line("/C=IT/O=x/CN=y", Personality::v1_1), "subject=C = IT, O = x, CN = y\n");
  EXPECT_EQ(line("/C=IT/O=x/CN=y", Personality::v1_0), "subject= /C=IT/O=x/CN=y\n");
}

TEST_F(OpensslNames, EscapesAndPlusSignsAreRead) {
  EXPECT_EQ(line("/O=a\\/b\\+c/CN=d"), "subject=O = \"a/b+c\", CN = d\n");
  EXPECT_EQ(line("/O=a+CN=b"), "subject=CN = b + O = a\n") << "as DER sorts them";
  EXPECT_EQ(line("/O=a, b"), "subject=O = \"a, b\"\n");
}

TEST_F(OpensslNames, WithoutUtf8OctetsAreLatin1) {
  EXPECT_EQ(line("/O=\xc3\xa9", Personality::v3_0, true), "subject=O = \\C3\\A9\n");
  EXPECT_EQ(line("/O=\xe9"), "subject=O = \\C3\\A9\n");
}

// The texts of `openssl req -new -key rsa.key -subj ... -noout -subject` in the real 3.0.
TEST_F(OpensslNames, MistakesAreToldAsTheRealToolTellsThem) {
  EXPECT_EQ(line("CN=x"),
            "req: subject name is expected to be in the format /type0=value0/type1=value1/type2=... where characters "
            "may be escaped by \\. This name is not in that format: 'CN=x'\n");
  EXPECT_EQ(line("/CN"), "req: Missing '=' after RDN type string 'CN' in subject name string\n");
  EXPECT_EQ(line("/foo=a/CN=b"), "req warning: Skipping unknown subject name attribute \"foo\"\nsubject=CN = b\n");
  EXPECT_EQ(line("/O=/CN=b"),
            "req warning: No value provided for subject name attribute \"O\", skipped\nsubject=CN = b\n");
  EXPECT_EQ(line("/O=/CN=b", Personality::v1_1),
            "req: No value provided for subject name attribute \"O\", skipped\nsubject=CN = b\n");
}

}  // namespace
}  // namespace ringside::openssl
