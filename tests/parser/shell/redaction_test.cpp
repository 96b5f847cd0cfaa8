// tests/parser/shell/redaction_test.cpp - passwords in shell commands are found in every form of quoting.
#include "parser/shell/redaction.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

TEST(ShellRedaction, HidesTheWordAfterAnOption) {
  EXPECT_EQ(shell_redacted("keytool -list -storepass default -keypass  maestro00 -v"),
            "keytool -list -storepass ******** -keypass  ******** -v");
  EXPECT_EQ(shell_redacted("keytool -list -STOREPASS\tdefault"), "keytool -list -STOREPASS\t********");
  EXPECT_EQ(shell_redacted("keytool \"-storepass\" default"), "keytool \"-storepass\" ********");
}

TEST(ShellRedaction, HidesAllOfAQuotedValue) {
  EXPECT_EQ(shell_redacted("keytool -storepass 'one two' -v"), "keytool -storepass ******** -v");
  EXPECT_EQ(shell_redacted("keytool -storepass \"one\\\" two\" -v"), "keytool -storepass ******** -v");
  EXPECT_EQ(shell_redacted("keytool -storepass one\\ two -v"), "keytool -storepass ******** -v");
}

TEST(ShellRedaction, HidesAValueAfterAnEqualsSign) {
  EXPECT_EQ(shell_redacted("ringside export --password=changeit x"), "ringside export --password=******** x");
  EXPECT_EQ(shell_redacted("ringside export '--password=change it' x"), "ringside export '--password=******** x");
  EXPECT_EQ(shell_redacted("openssl rsa -passin=pass:maestro00"), "openssl rsa -passin=pass:********");
}

TEST(ShellRedaction, HidesWhatFollowsPass) {
  EXPECT_EQ(shell_redacted("openssl rsa -passin pass:maestro00"), "openssl rsa -passin pass:********");
  EXPECT_EQ(shell_redacted("openssl rsa -passin 'pass:one two' -out x"), "openssl rsa -passin 'pass:******** -out x");
  EXPECT_EQ(shell_redacted("openssl rsa -passin pa\"ss:one two\" -out x"), "openssl rsa -passin ******** -out x");
}

TEST(ShellRedaction, ReadsContinuationLines) {
  EXPECT_EQ(shell_redacted("keytool -storepass \\\n  secret \\\n  -v"), "keytool -storepass \\\n  ******** \\\n  -v");
}

TEST(ShellRedaction, TheNewPasswordIsOneOfKeytoolOnly) {
  EXPECT_EQ(shell_redacted("/bin/keytool -storepasswd -new secret"), "/bin/keytool -storepasswd -new ********");
  EXPECT_EQ(shell_redacted("openssl req -new -key a.key"), "openssl req -new -key a.key");
  EXPECT_EQ(shell_redacted("keytool -list; openssl req -new -key a.key"), "keytool -list; openssl req -new -key a.key");
}

TEST(ShellRedaction, HidesTheRestOfTextThatIsNotRead) {
  EXPECT_EQ(shell_redacted("keytool -storepass $(cat pw) -v"), "keytool -storepass ********");
  EXPECT_EQ(shell_redacted("(keytool -storepass secret)"), "(keytool -storepass ********)");
  EXPECT_EQ(shell_redacted("echo it's; openssl rsa -passin pass:a"), "echo it's; openssl rsa -passin pass:********");
  EXPECT_EQ(shell_redacted("echo `date`"), "echo `date`");
}

TEST(ShellRedaction, LeavesTextWithoutPasswords) {
  EXPECT_TRUE(shell_secret_ranges("").empty());
  EXPECT_TRUE(shell_secret_ranges("keytool -list -storepass").empty());
  EXPECT_TRUE(shell_secret_ranges("openssl x509 -in bypass:x -noout").empty());
}

TEST(ShellRedaction, HidesVariablesWhoseNamesSayPassword) {
  EXPECT_EQ(shell_redacted("export STOREPASS=a KEYPW='b c' HOME=/x PWD=/y"),
            "export STOREPASS=******** KEYPW=******** HOME=/x PWD=/y");
  EXPECT_EQ(shell_redacted("PASS=a openssl version"), "PASS=******** openssl version");
}

TEST(ShellRedaction, HidesWhatGoesToAPasswordFileOrACommandThatReadsOne) {
  EXPECT_EQ(shell_redacted("echo a b > ca.pwd; echo c > ca.crt"), "echo ******** ******** > ca.pwd; echo c > ca.crt");
  EXPECT_EQ(shell_redacted("printf '%s' a >>/tmp/pass.txt"), "printf ******** ******** >>/tmp/pass.txt");
  EXPECT_EQ(shell_redacted("echo a | openssl rsa -passin stdin"), "echo ******** | openssl rsa -passin stdin");
  EXPECT_EQ(shell_redacted("echo a | cat; echo b"), "echo a | cat; echo b");
  EXPECT_EQ(shell_redacted("cat >pw <<EOF\none\nEOF\nls"), "cat >pw <<EOF\n********ls");
  for (const std::string more : {" && chmod 600 pw", "; ls", " || exit 1"})
    EXPECT_EQ(shell_redacted("cat >pw <<EOF" + more + "\none\nEOF\nls"), "cat >pw <<EOF" + more + "\n********ls");
  EXPECT_EQ(shell_redacted("echo x >pw; cat >x <<EOF\none\nEOF\nls"), "echo ******** >pw; cat >x <<EOF\none\nEOF\nls");
  EXPECT_EQ(shell_redacted("cat >x <<EOF\necho it's\nEOF\nls"), "cat >x <<EOF\necho it's\nEOF\nls");
}

TEST(ShellRedaction, TellsThePasswords) {
  EXPECT_EQ(shell_secrets("echo maestro00 > a.pwd; keytool -storepass 'x y' -keypass $P; rsa -passin pass:z"),
            (std::vector<std::string>{"maestro00", "x y", "z"}));
}

TEST(LineRedaction, HidesPasswordsInALineOfAnyLanguage) {
  EXPECT_EQ(line_redacted("//S EXEC PGM=BPXBATCH,PARM='SH keytool -list -storepass secret'"),
            "//S EXEC PGM=BPXBATCH,PARM='SH keytool -list -storepass ********'");
  EXPECT_EQ(line_redacted("// SET PW=SECRET,X=Y"), "// SET PW=********,X=Y");
  EXPECT_EQ(line_redacted("// SET PW='SECRET 1'"), "// SET PW='********'");
  EXPECT_EQ(line_redacted("//S EXEC P,PW=&PW"), "//S EXEC P,PW=&PW");
  EXPECT_EQ(line_redacted("//S EXEC PGM=IKJEFT01,PARM='ADDUSER A PASSWORD(SECRET)'"),
            "//S EXEC PGM=IKJEFT01,PARM='ADDUSER A PASSWORD(********)'");
  EXPECT_EQ(line_redacted("  - {password: secret, name: x}"), "  - {password: ********, name: x}");
  EXPECT_EQ(line_redacted("//D DD DSN=A.B,DISP=(NEW,CATLG),SPACE=(TRK,(1,1))"),
            "//D DD DSN=A.B,DISP=(NEW,CATLG),SPACE=(TRK,(1,1))");
}

TEST(ShellRedaction, EndsAtANullOctet) {
  const std::string text = std::string("ls; ") + '\0' + " keytool -storepass secret";
  EXPECT_EQ(shell_redacted(text).find("secret"), std::string::npos);
}

}  // namespace
}  // namespace ringside::parser
