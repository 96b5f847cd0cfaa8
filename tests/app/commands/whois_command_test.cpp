// tests/app/commands/whois_command_test.cpp - ringside whois: users of certificates in real files.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using testing::HasSubstr;

class WhoisCommand : public testing::Test {
 protected:
  void SetUp() override {
    expect_done({"--date", "2013-05-17", "--seed", "s", "lab", "new"});
    expect_done({"tso", "ADDUSER ROYALID", "ADDUSER WEBUSER",
                 "RACDCERT ID(WEBUSER) GENCERT SUBJECTSDN(CN('Timo') "
                 "O('Acme') C('FI')) WITHLABEL('timo') NISTECC",
                 "RACDCERT ID(WEBUSER) EXPORT(LABEL('timo')) DSN('TIMO.CERT') FORMAT(CERTB64)"});
    expect_done({"get", "TIMO.CERT", file_});
  }
  test_support::Run run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--lab", folder_.file("test.lab")});
    return test_support::run_ringside(arguments);
  }
  void expect_done(const std::vector<std::string>& arguments) {
    const test_support::Run result = run(arguments);
    EXPECT_EQ(result.status, 0) << result.out << result.error;
  }
  void forget_certificate() { expect_done({"tso", "RACDCERT ID(WEBUSER) DELETE(LABEL('timo'))"}); }

  test_support::TemporaryDirectory folder_;
  std::string file_ = folder_.file("timo.pem");
};

TEST_F(WhoisCommand, NamesTheUserAndTheReason) {
  const test_support::Run result = run({"whois", file_});
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_EQ(result.out,
            "WEBUSER\n"
            "  certificate: CN=Timo.O=Acme.C=FI, issued by CN=Timo.O=Acme.C=FI, serial number 00\n"
            "  because it is registered for user WEBUSER with label 'timo'\n");
}

TEST_F(WhoisCommand, EndsWith4IfTheCertificateLogsOnAsNobody) {
  forget_certificate();
  const test_support::Run result = run({"whois", file_});
  EXPECT_EQ(result.status, 4);
  EXPECT_THAT(result.out, HasSubstr("no user\n"));
  EXPECT_THAT(result.out, HasSubstr("because it is not registered, no mapping fits"));
}

TEST_F(WhoisCommand, ChoosesByTheApplicationTheSystemAndOtherCriteria) {
  forget_certificate();
  expect_done({"tso", "SETROPTS CLASSACT(DIGTNMAP DIGTCRIT) RACLIST(DIGTNMAP DIGTCRIT)",
               "RACDCERT MULTIID MAP TRUST SDNFILTER('C=FI') CRITERIA(APPLID=&APPLID.SYSID=&SYSID.LEVEL=&LEVEL)",
               "RDEFINE DIGTCRIT APPLID=EROYAL.SYSID=SYSX.LEVEL=LOW APPLDATA('ROYALID')",
               "SETROPTS RACLIST(DIGTNMAP DIGTCRIT) REFRESH"});
  const std::vector<std::string> right = {"whois",   file_,  "--applid",   "EROYAL",
                                          "--sysid", "SYSX", "--criteria", "level=low"};
  EXPECT_THAT(run(right).out, HasSubstr("ROYALID\n"));
  EXPECT_EQ(run(right).status, 0);
  EXPECT_EQ(run({"whois", file_, "--applid", "EROYAL"}).status, 4);
}

TEST_F(WhoisCommand, SpeaksJson) {
  const test_support::Run found = run({"--json", "whois", file_});
  const auto json = nlohmann::json::parse(found.out).at(0);
  EXPECT_EQ(json.at("user"), "WEBUSER");
  EXPECT_EQ(json.at("source"), "certificate");
  EXPECT_EQ(json.at("label"), "timo");
  EXPECT_EQ(json.at("subject"), "CN=Timo.O=Acme.C=FI");
  forget_certificate();
  const auto nobody = nlohmann::json::parse(run({"--json", "whois", file_}).out).at(0);
  EXPECT_TRUE(nobody.at("user").is_null());
  EXPECT_EQ(nobody.at("source"), "none");
}

TEST_F(WhoisCommand, RefusesWrongUsageWith64) {
  EXPECT_EQ(run({"whois"}).status, 64);
  EXPECT_EQ(run({"whois", folder_.file("missing.pem")}).status, 64);
  EXPECT_EQ(run({"whois", folder_.file("test.lab")}).status, 64);
  const test_support::Run criteria = run({"whois", file_, "--criteria", "LOW"});
  EXPECT_EQ(criteria.status, 64);
  EXPECT_THAT(criteria.error, HasSubstr("LOW: must be NAME=VALUE"));
}

class WhoisOfAPkcs12 : public WhoisCommand {
 protected:
  void SetUp() override {
    WhoisCommand::SetUp();
    expect_done(
        {"tso", "RACDCERT ID(WEBUSER) EXPORT(LABEL('timo')) DSN('TIMO.P12') FORMAT(PKCS12DER) PASSWORD('sesame')"});
    expect_done({"get", "TIMO.P12", p12_, "--binary"});
  }
  std::string p12_ = folder_.file("timo.p12");
};

TEST_F(WhoisOfAPkcs12, TakesThePasswordAsExportDoes) {
  const std::string wanted = run({"whois", file_}).out;
  EXPECT_EQ(run({"whois", p12_, "--password", "sesame"}).out, wanted);
  test_support::write_file(folder_.file("pw"), "sesame\nmore\n");
  EXPECT_EQ(run({"whois", p12_, "--password-from", "file:" + folder_.file("pw")}).out, wanted);
  ::setenv("RINGSIDE_TEST_WHOIS", "sesame", 1);
  EXPECT_EQ(run({"whois", p12_, "--password-from", "env:RINGSIDE_TEST_WHOIS"}).out, wanted);
  ::unsetenv("RINGSIDE_TEST_WHOIS");
  EXPECT_EQ(test_support::run_ringside({"--lab", folder_.file("test.lab"), "whois", p12_, "--password-from", "stdin"},
                                       "sesame\n")
                .out,
            wanted);
}

TEST_F(WhoisOfAPkcs12, SaysWhatIsWrongWithThePassword) {
  const auto refused = [this](std::vector<std::string> words) {
    words.insert(words.begin(), "whois");
    const test_support::Run result = run(words);
    EXPECT_EQ(result.status, 64);
    EXPECT_EQ(result.out, "");
    return result.error;
  };
  EXPECT_EQ(refused({p12_}),
            "ringside: " + p12_ + ": is a PKCS#12 with a password; --password-from says where it is\n");
  EXPECT_EQ(refused({p12_, "--password", "wrong"}), "ringside: " + p12_ + ": the password of the PKCS#12 is wrong\n");
  EXPECT_THAT(refused({p12_, "--password-from", "env:RINGSIDE_NO_SUCH"}), HasSubstr("there is no variable"));
  EXPECT_THAT(refused({p12_, "--password-from", "sesame"}), HasSubstr("must be file:PATH, env:NAME or stdin"));
  EXPECT_THAT(refused({"-", "--password-from", "stdin"}), HasSubstr("standard input is the certificate"));
}

TEST_F(WhoisOfAPkcs12, WorksAtThePrompt) {
  EXPECT_THAT(test_support::run_ringside({"--lab", folder_.file("test.lab"), "shell"},
                                         ":whois " + p12_ + " --password sesame\n")
                  .out,
              HasSubstr("WEBUSER\n"));
}

}  // namespace
}  // namespace ringside::app
