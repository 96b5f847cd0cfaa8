// tests/interop/keytool_lines_test.cpp - the same command lines through the JDK's keytool and through ours: exit status
// and both streams, with what is new each time masked.
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"
#include "tests/emulator/hosttools/keytool/masked.hpp"

namespace ringside {
namespace {

using test_support::KeytoolBench;
using test_support::masked;

struct Line {
  std::string words, input;
};

/// Both begin with the same files: made by ours, which the JDK reads.
void expect_same(const std::vector<Line>& lines) {
  KeytoolBench ours, theirs;
  if (ours.real("keytool -help >/dev/null 2>&1").status != 0) GTEST_SKIP() << "no JDK is installed";
  const std::string made = "-genkeypair -alias a -keyalg EC -dname CN=a,O=Org -keystore s -storepass changeit";
  ASSERT_EQ(ours.run(made).status, 0);
  ASSERT_EQ(ours.run("-exportcert -rfc -alias a -file a.pem -keystore s -storepass changeit").status, 0);
  for (const char* file : {"s", "a.pem"}) theirs.put(file, ours.content(file));
  for (const Line& line : lines) {
    const auto here = ours.run(line.words, line.input);
    theirs.put("in", line.input);
    const auto there =
        theirs.real("keytool -J-Duser.timezone=UTC -J-XX:TieredStopAtLevel=1 " + line.words + " <in 2>err");
    EXPECT_EQ(here.status, there.status) << line.words;
    EXPECT_EQ(masked(here.output), masked(there.output)) << line.words;
    EXPECT_EQ(masked(here.errors), masked(theirs.content("err"))) << line.words;
  }
}

const std::string on = " -keystore s -storepass changeit";

/// -genkeypair with each of the words, then the whole list.
void expect_same_keys(const std::vector<std::string>& options) {
  std::vector<Line> lines;
  int number = 0;
  for (const std::string& option : options)
    lines.push_back({"-genkeypair -alias k" + std::to_string(++number) + " -dname CN=k " + option + on, ""});
  lines.push_back({"-list -v" + on, ""});
  expect_same(lines);
}

TEST(KeytoolLines, AlgorithmsSizesAndGroups) {
  expect_same_keys({"-keyalg RSASSA-PSS", "-keyalg Ed448", "-keyalg EdDSA -keysize 256", "-keyalg XDH", "-keyalg FOO",
                    "-keyalg EC -keysize 384", "-keyalg EC -groupname secp256k1", "-keyalg RSA -keysize 100",
                    "-keyalg DSA -keysize 1500", "-keyalg Ed25519 -groupname Ed448", "-keyalg RSA -groupname x"});
}

TEST(KeytoolLines, SignaturesDatesAndValidity) {
  expect_same_keys({"-keyalg RSA -sigalg SHA1withRSA -keysize 1024", "-keyalg EC -sigalg SHA3-256withECDSA",
                    "-keyalg RSA -sigalg SHA256withECDSA", "-keyalg Ed25519 -sigalg Ed448",
                    "-keyalg DSA -sigalg SHA1withDSA", "-keyalg EC -startdate tomorrow", "-keyalg EC -startdate -1y+2m",
                    "-keyalg EC -validity 99999999", "-keyalg EC -validity 0"});
}

TEST(KeytoolLines, ExtensionsThatAreMade) {
  expect_same_keys({"-keyalg EC -ext bc:c=ca:true,pathlen:1 -ext ku=ds,kCS -ext eku=sA,1.2.3",
                    "-keyalg EC -ext san=dns:*.a.b,ip:2001:db8::1,ip:1.2.3,email:a@b,uri:http://x/y,oid:1.2.3",
                    "-keyalg EC -ext aia=ocsp:uri:http://o -ext sia=caRepository:uri:http://r -ext crl=uri:http://c",
                    "-keyalg EC -ext 1.2.3:c=0500 -ext ian=dns:i"});
}

TEST(KeytoolLines, ExtensionsThatAreRefused) {
  expect_same_keys({"-keyalg EC -ext san=dns:a_b", "-keyalg EC -ext san=dns:b.*.c", "-keyalg EC -ext san=uri:x",
                    "-keyalg EC -ext san=ip:1.2.3.256", "-keyalg EC -ext ku=key", "-keyalg EC -ext bc=ca",
                    "-keyalg EC -ext subjectAltName=dns:a", "-keyalg EC -ext aia:c=ocsp:uri:http://o"});
}

TEST(KeytoolLines, NamesThatAreRefused) {
  std::vector<Line> lines;
  for (const std::string name : {"CN=a,", ",CN=a", "CN=a,,O=b", "CN=#zz", "CN=#", "title=x", "foo", "=a"})
    lines.push_back({"-certreq -alias a -dname " + name + on, ""});
  expect_same(lines);
}

TEST(KeytoolLines, EntriesAndPasswords) {
  expect_same({{"--list" + on, ""},
               {"-changealias -alias a -destalias b" + on, ""},
               {"-changealias -alias nosuch -destalias b" + on, ""},
               {"-storepasswd -keystore s", "changeit\nsh\nchangeit\nchangeit2\nchangeit2\n"},
               {"-keypasswd -alias b -keystore s -storepass changeit2", ""},
               {"-delete -alias B -v -keystore s -storepass changeit2", ""},
               {"-list -keystore s -storepass changeit2", ""}});
}

TEST(KeytoolLines, AnswersFromAPipe) {
  expect_same({{"-importcert -alias b -file a.pem" + on, "maybe\nyes\n"},
               {"-importcert -alias b -file a.pem" + on, "y-e-s\n"},
               {"-genkeypair -alias c -keyalg EC" + on, "Joe, Jr\n\n \nT\nS\nUS\nyes\n"},
               {"-importpass -alias p" + on, "secret\n"},
               {"-list -keystore s", "\n"},
               {"-list" + on, ""}});
}

TEST(KeytoolLines, SecretKeysOfJceks) {
  const std::string jceks = " -keystore j -storetype JCEKS -storepass changeit -keypass changeit";
  const std::string both = " -srcstorepass changeit -deststorepass changeit";
  expect_same({{"-genseckey -alias s -keyalg aes -keysize 256" + jceks, ""},
               {"-genseckey -alias m -keyalg HmacSHA256 -keysize 256" + jceks, ""},
               {"-importkeystore -srckeystore j -destkeystore p -deststoretype PKCS12" + both, ""},
               {"-importkeystore -srckeystore p -destkeystore q -deststoretype JCEKS" + both, ""},
               {"-list -keystore q -storepass changeit", ""},
               {"-list -keystore p -storepass changeit", ""}});
}

}  // namespace
}  // namespace ringside
