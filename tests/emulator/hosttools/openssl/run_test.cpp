// tests/emulator/hosttools/openssl/run_test.cpp - what differs between releases, what repeats under a seed, and what is
// refused.
#include "emulator/hosttools/openssl/run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/host/lab_files.hpp"

namespace ringside::openssl {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Openssl : public testing::Test {
 protected:
  Openssl() {
    lab_.add_system(system_);
    lab_.set_seed("openssl");
  }

  /// Exit status, standard output and standard error, as "0|out|err".
  std::string run(const std::string& line, Personality personality = Personality::v3_0, const std::string& input = "") {
    host::TextStreams streams(input);
    host::Process process{lab_, system_, "root", files_, streams, "/", variables_};
    const int status = openssl::run(base::split(line, ' '), process, personality);
    return std::to_string(status) + "|" + streams.output() + "|" + streams.errors();
  }
  void must(const std::string& line, Personality personality = Personality::v3_0) {
    EXPECT_THAT(run(line, personality), StartsWith("0|")) << line;
  }
  std::string content(const std::string& path) {
    const auto read = files_.read(path);
    return read ? base::to_text(*read) : "refused: " + host::file_error_text(read.error());
  }
  /// A CA and a request in the root directory.
  void furnish() {
    must("req -x509 -newkey rsa:1024 -nodes -keyout TWSca.key -out TWSca.crt -days 30 -subj /CN=TWSca");
    must("genrsa -out a.key 1024");
    must("req -new -key a.key -out a.csr -subj /C=IT/CN=agent");
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"NC060201", "distributed", "", "NC060201", 0};
  host::LabFiles files_{lab_, system_, "root"};
  std::map<std::string, std::string> variables_;
};

constexpr const char* sign = "x509 -req -CA TWSca.crt -CAkey TWSca.key -days 365 -in a.csr -out a.crt";

TEST_F(Openssl, ANewKeyHasTheFormOfItsRelease) {
  must("genrsa -des3 -passout pass:maestro00 -out new.key 1024");
  must("genrsa -des3 -passout pass:maestro00 -out old.key 1024", Personality::v1_1);
  EXPECT_THAT(content("/new.key"), StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
  EXPECT_THAT(content("/old.key"),
              StartsWith("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,"));
  for (const char* key : {"new.key", "old.key"})
    for (const Personality personality : {Personality::v1_0, Personality::v3_0})
      EXPECT_EQ(run(std::string("rsa -noout -check -passin pass:maestro00 -in ") + key, personality),
                "0|RSA key ok\n|");
  EXPECT_EQ(files_.status("/old.key")->mode, 0600u);
  EXPECT_THAT(run("genrsa -out x 1024", Personality::v1_0),
              HasSubstr("Generating RSA private key, 1024 bit long modulus\n"));
}

TEST_F(Openssl, OnlyTheThirdReleaseSignsWithoutASerialFile) {
  furnish();
  EXPECT_EQ(run(sign), "0||Certificate request self-signature ok\nsubject=C = IT, CN = agent\n");
  EXPECT_FALSE(files_.status("/TWSca.srl"));
  for (const Personality personality : {Personality::v1_0, Personality::v1_1})
    EXPECT_THAT(run(sign, personality), HasSubstr("Getting CA Private Key\nTWSca.srl: No such file or directory\n"));
  must(std::string(sign) + " -CAcreateserial", Personality::v1_1);
  const std::string first = content("/TWSca.srl");
  EXPECT_EQ(first.size(), 41u);
  must(sign, Personality::v1_1);
  EXPECT_EQ(run("x509 -in a.crt -noout -serial"), "0|serial=" + content("/TWSca.srl") + "|");
  EXPECT_NE(content("/TWSca.srl"), first);
}

TEST_F(Openssl, TheNameOfTheSerialFileIsCutAtTheFirstDotByTheOldestRelease) {
  furnish();
  EXPECT_THAT(run("x509 -req -CA ./TWSca.crt -CAkey TWSca.key -in a.csr", Personality::v1_0),
              HasSubstr("\n.srl: No such"));
  EXPECT_THAT(run("x509 -req -CA ./TWSca.crt -CAkey TWSca.key -in a.csr", Personality::v1_1),
              HasSubstr("\n./TWSca.srl: No such"));
}

TEST_F(Openssl, NamesAndDigestsAreThoseOfTheRelease) {
  furnish();
  must(std::string(sign) + " -set_serial 5", Personality::v1_0);
  EXPECT_EQ(run("x509 -in a.crt -noout -subject", Personality::v1_0), "0|subject= /C=IT/CN=agent\n|");
  EXPECT_EQ(run("x509 -in a.crt -noout -subject", Personality::v1_1), "0|subject=C = IT, CN = agent\n|");
  EXPECT_THAT(run("x509 -in a.crt -noout -text"), HasSubstr("Signature Algorithm: sha1WithRSAEncryption"));
  EXPECT_THAT(run("x509 -in a.crt -noout -text"), HasSubstr("Version: 1 (0x0)"));
  EXPECT_THAT(run("nosuch", Personality::v1_0), HasSubstr("'nosuch' is an invalid command."));
  EXPECT_THAT(run("rand -foo", Personality::v1_1), HasSubstr("rand: Option unknown option -foo"));
}

TEST_F(Openssl, ASeededLabGivesTheSameFiles) {
  const auto made = [] {
    base::FixedClock clock{base::Instant{std::chrono::seconds{1'500'000'000}}};
    lab::Lab lab("", clock);
    database::SystemRecord system{"HOST", "distributed", "", "HOST", 0};
    lab.add_system(system);
    lab.set_seed("again");
    host::LabFiles files(lab, system, "root");
    std::string all;
    for (const char* line :
         {"rand -out r 64", "genrsa -des3 -passout pass:abcd -out k 1024",
          "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out e", "req -x509 -key e -subj /CN=x -out c",
          "pkcs12 -export -inkey e -in c -passout pass:abcd -out p"}) {
      host::TextStreams streams;
      host::Process process{lab, system, "root", files, streams};
      all += std::to_string(openssl::run(base::split(line, ' '), process));
    }
    for (const char* file : {"/r", "/k", "/e", "/c", "/p"}) all += base::hex(*files.read(file));
    return all;
  };
  const std::string first = made();
  EXPECT_THAT(first, StartsWith("00000"));
  EXPECT_EQ(first, made());
}

TEST_F(Openssl, WhatIsNotEmulatedIsNamed) {
  EXPECT_EQ(run("ca"), "1||openssl: the command 'ca' is not emulated\n");
  EXPECT_THAT(run("s_client -connect x:1"), HasSubstr("Connection refused"));
  EXPECT_THAT(run("s_client -connect x:1 -starttls smtp"), HasSubstr("s_client: -starttls is not emulated"));
  EXPECT_THAT(run("s_server -accept 1"), HasSubstr("nothing listens here"));
  EXPECT_THAT(run("x509 -ocspid"), HasSubstr("x509: -ocspid is not emulated"));
  EXPECT_THAT(run("enc -aes256 -in x"), HasSubstr("encryption with aes256 is not emulated"));
}

TEST_F(Openssl, AConfigurationReachesNothingOutside) {
  ASSERT_TRUE(files_.write("/a.cnf", base::to_bytes(".include /etc/ssl/openssl.cnf\n")));
  EXPECT_THAT(run("req -new -newkey rsa:1024 -nodes -subj /CN=x -config a.cnf"), HasSubstr(".include is not emulated"));
  ASSERT_TRUE(files_.write("/b.cnf", base::to_bytes("[req]\nprompt=no\ndistinguished_name=d\n[d]\nCN=$ENV::WHO\n")));
  EXPECT_THAT(run("req -new -newkey rsa:1024 -nodes -config b.cnf"), HasSubstr("variable has no value: ENV::WHO"));
  variables_["WHO"] = "agent";
  EXPECT_THAT(run("req -new -newkey rsa:1024 -nodes -config b.cnf -noout -subject"), HasSubstr("subject=CN = agent\n"));
}

TEST_F(Openssl, ExtensionsComeFromTheFileOrTheOption) {
  furnish();
  ASSERT_TRUE(
      files_.write("/e.ext", base::to_bytes("[v3]\nsubjectAltName=@n\nauthorityKeyIdentifier=keyid\n[n]\nDNS.1=a\n")));
  must(std::string(sign) + " -extfile e.ext -extensions v3");
  EXPECT_THAT(run("x509 -in a.crt -noout -text"), HasSubstr("DNS:a"));
  EXPECT_THAT(run("x509 -in a.crt -noout -text"), HasSubstr("Version: 3 (0x2)"));
  must("req -new -key a.key -subj /CN=x -addext subjectAltName=DNS:b -out b.csr");
  EXPECT_THAT(run("req -in b.csr -noout -text"), HasSubstr("DNS:b"));
  EXPECT_THAT(run("req -new -key a.key -subj /CN=x -addext foo=bar"), StartsWith("1|"));
}

TEST_F(Openssl, PassPhrasesComeFromWhereTheySay) {
  variables_["PW"] = "maestro00";
  ASSERT_TRUE(files_.write("/pw", base::to_bytes("maestro00\nmore\n")));
  ASSERT_TRUE(files_.write("/crlf", base::to_bytes("maestro00\r\n")));
  must("genrsa -aes128 -passout env:PW -out k 1024");
  EXPECT_THAT(run("rsa -in k -noout -passin file:pw"), StartsWith("0|"));
  EXPECT_THAT(run("rsa -in k -noout -passin stdin", Personality::v3_0, "maestro00\n"), StartsWith("0|"));
  const std::string refused = run("rsa -in k -noout -passin file:crlf");
  EXPECT_THAT(refused, HasSubstr("Could not read private key from k"));
  EXPECT_THAT(refused, Not(HasSubstr("maestro00"))) << "a pass phrase is never shown";
}

TEST_F(Openssl, HostileFilesAreRefused) {
  ASSERT_TRUE(files_.write(
      "/junk", base::to_bytes("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: X\n\n!\n")));
  ASSERT_TRUE(files_.write("/cut", base::to_bytes("-----BEGIN CERTIFICATE-----\nMIIB")));
  ASSERT_TRUE(files_.write("/der", base::Bytes{0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0x02}));
  for (const char* file : {"junk", "cut", "der"})
    for (const char* command : {"rsa -passin pass:abcd -in ", "x509 -in ", "req -in ", "pkcs7 -in ", "verify ",
                                "pkcs12 -passin pass:abcd -in "})
      EXPECT_THAT(run(std::string(command) + file), Not(StartsWith("0|"))) << command << file;
}

}  // namespace
}  // namespace ringside::openssl
