// tests/app/commands/export_command_test.cpp - rings and key stores of a lab as real files, and what other tools read
// of them.
#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "emulator/crypto/digest.hpp"
#include "emulator/database/store.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/lab/lab.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/strange_keys.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ExportCommand : public testing::Test {
 protected:
  void SetUp() override {
    const auto made =
        lab({"--date", "2013-05-17", "--seed", "export", "tso", "ADDUSER SRV",
             "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('Our CA') NISTECC SIZE(256) "
             "NOTAFTER(DATE(2030-01-01))",
             "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('Server') NISTECC SIZE(256) "
             "SIGNWITH(CERTAUTH LABEL('Our CA')) NOTAFTER(DATE(2029-01-01))",
             "RACDCERT ID(SRV) ADDRING(RING)", "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(RING) DEFAULT)",
             "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Our CA') RING(RING))"});
    ASSERT_EQ(made.status, 0) << made.out << made.error;
  }
  test_support::Run lab(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--lab", lab_});
    return run_ringside(arguments);
  }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("a.lab");
  std::string file_ = directory_.file("out");
};

TEST_F(ExportCommand, WritesARingAsPkcs12ForItsOwnerAlone) {
  const auto done = lab({"export", "SRV/RING", file_, "--password", "changeit"});
  EXPECT_EQ(done.status, 0) << done.error;
  EXPECT_THAT(done.error, HasSubstr("pkcs12, 1 private key(s), 1 trusted certificate(s)\n"));
  EXPECT_EQ(std::filesystem::status(file_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto listed = run_ringside({"keytool", "-list", "-keystore", file_, "-storepass", "changeit"});
  EXPECT_THAT(listed.out, AllOf(HasSubstr("server, "), HasSubstr("PrivateKeyEntry"), HasSubstr("our ca, "),
                                HasSubstr("trustedCertEntry")));
}

TEST_F(ExportCommand, TakesItsPasswordFromAFileOrTheEnvironment) {
  test_support::write_file(directory_.file("pw"), "changeit\nmore\n");
  EXPECT_EQ(lab({"export", "SRV/RING", file_, "--password-from", "file:" + directory_.file("pw")}).status, 0);
  EXPECT_EQ(run_ringside({"keytool", "-list", "-keystore", file_, "-storepass", "changeit"}).status, 0);
  ::setenv("RINGSIDE_TEST_PW", "fromenvironment", 1);
  EXPECT_EQ(lab({"export", "SRV/RING", file_, "--password-from", "env:RINGSIDE_TEST_PW"}).status, 0);
  ::unsetenv("RINGSIDE_TEST_PW");
  EXPECT_EQ(run_ringside({"keytool", "-list", "-keystore", file_, "-storepass", "fromenvironment"}).status, 0);
  for (const char* wrong : {"env:RINGSIDE_TEST_PW", "file:/no/such/file", "changeit", "pass:changeit"}) {
    const auto refused = lab({"export", "SRV/RING", file_, "--password-from", wrong});
    EXPECT_EQ(refused.status, 64) << wrong;
    EXPECT_THAT(refused.error, HasSubstr("--password-from"));
  }
}

TEST_F(ExportCommand, LeavesTheLabAsItWas) {
  const auto fingerprint = [this] {
    database::Store store(lab_);
    return store.fingerprint();
  };
  const std::string before = fingerprint();
  EXPECT_EQ(lab({"export", "SRV/RING", file_, "--format", "jks", "--password", "changeit"}).status, 0);
  EXPECT_EQ(lab({"export", "SRV/NONE", file_, "--password", "changeit"}).status, 64);
  EXPECT_EQ(fingerprint(), before);
}

TEST_F(ExportCommand, WritesPemWithTheKeyInClear) {
  const auto done = lab({"export", "SRV/RING", file_, "--format", "PEM", "--alias", "server"});
  EXPECT_EQ(done.status, 0) << done.error;
  EXPECT_THAT(done.error, HasSubstr("the keys are in clear"));
  const std::string text = read_file(file_);
  EXPECT_THAT(text, AllOf(testing::StartsWith("# server\n-----BEGIN PRIVATE KEY-----\n"), Not(HasSubstr("# our ca"))));
  EXPECT_EQ(text.find("BEGIN CERTIFICATE", text.find("BEGIN CERTIFICATE") + 1) != std::string::npos, true)
      << "the chain comes with the key";
}

TEST_F(ExportCommand, IsReadByTheJdkAndByOpenssl) {
  for (const std::string format : {"pkcs12", "jks", "pem"}) {
    const std::string file = directory_.file("store." + format);
    ASSERT_EQ(lab({"export", "SRV/RING", file, "--format", format, "--password", "changeit"}).status, 0);
    if (format == "pem") continue;
    const std::string store = " -keystore " + file + " -storepass changeit";
    const auto listed = test_support::run_program("keytool -J-Duser.language=en -list -v" + store);
    EXPECT_THAT(listed.output, AllOf(HasSubstr("contains 2 entries"), HasSubstr("Certificate chain length: 2\n")));
    EXPECT_EQ(
        test_support::run_program("keytool -certreq -alias server" + store + " | openssl req -verify -noout").status, 0)
        << format << ": the key is the certificate's";
  }
  const std::string pem = directory_.file("store.pem");
  EXPECT_THAT(test_support::run_program("openssl pkey -noout -check -in " + pem).output, HasSubstr("Key is valid"));
  EXPECT_THAT(
      test_support::run_program("openssl verify -partial_chain -no_check_time -trusted " + pem + " " + pem).output,
      HasSubstr(": OK"));
  EXPECT_EQ(test_support::run_program("openssl pkey -pubout -in " + pem).output,
            test_support::run_program("openssl x509 -noout -pubkey -in " + pem).output);
}

TEST_F(ExportCommand, TakesAKeyStoreOfAHost) {
  EXPECT_EQ(run_ringside({"lab", "new", directory_.file("w.lab"), "--system", "WEB:distributed"}).status, 0);
  lab_ = directory_.file("w.lab");
  EXPECT_EQ(
      lab({"keytool", "-genkeypair", "-keystore", "/srv.jks", "-storetype", "JKS", "-storepass", "secret1", "-keyalg",
           "EC", "-groupname", "secp256r1", "-dname", "CN=web", "-alias", "Web", "-keypass", "secret1"})
          .status,
      0);
  const auto done =
      lab({"--json", "export", "/srv.jks", file_, "--source-password", "secret1", "--password", "changeit"});
  EXPECT_EQ(done.status, 0) << done.error;
  const auto json = nlohmann::json::parse(done.out);
  EXPECT_EQ(json[0]["entries"][0]["alias"], "web");
  EXPECT_EQ(json[0]["entries"][0]["kind"], "private key");
}

TEST_F(ExportCommand, SaysWhatIsWrongAndWritesNothing) {
  const auto refused = [this](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"export"});
    const auto done = lab(arguments);
    EXPECT_EQ(done.status, 64) << done.out;
    EXPECT_FALSE(std::filesystem::exists(file_));
    return done.error;
  };
  EXPECT_EQ(refused({"SRV/RING", file_}),
            "ringside: a pkcs12 file needs a password; --password-from says where it is\n");
  EXPECT_THAT(refused({"SRV/RING", file_, "--password", "short"}), HasSubstr("at least 6 characters"));
  EXPECT_EQ(refused({"SRV/RNIG", file_, "--password", "changeit"}),
            "ringside: SRV/RNIG: ring SRV/RNIG does not exist; did you mean SRV/RING?\n");
  EXPECT_EQ(refused({"SYS1:SRV/NONE", file_, "--password", "changeit"}),
            "ringside: SYS1:SRV/NONE: ring SRV/NONE does not exist\n");
  EXPECT_THAT(refused({"/no/store", file_, "--password", "changeit", "--source-password", "x"}),
              HasSubstr("/no/store"));
  EXPECT_THAT(refused({"SRV/RING", file_, "--password", "changeit", "--alias", "other"}),
              HasSubstr("there are server, our ca"));
}

TEST_F(ExportCommand, SpeaksOfKeyStoresInItsOwnWords) {
  run_ringside({"lab", "new", directory_.file("w.lab"), "--add", "WEB:distributed", "--add", "DB:distributed"});
  lab_ = directory_.file("w.lab");
  for (const std::string system : {"WEB", "DB"})
    ASSERT_EQ(lab({"--system", system, "keytool", "-genkeypair", "-keystore", "/srv.p12", "-storepass", "secret1",
                   "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=web", "-alias", "web"})
                  .status,
              0);
  EXPECT_EQ(lab({"export", "WEB:/srv.p12", file_, "--format", "pem", "--source-password", "wrong1"}).error,
            "ringside: WEB:/srv.p12: keystore password was incorrect\n");
  EXPECT_THAT(lab({"export", "WEB:/srv.p12", file_, "--format", "pem"}).error,
              AllOf(HasSubstr("; --source-password-from says where its password is\n"), Not(HasSubstr("java"))));
  EXPECT_FALSE(std::filesystem::exists(file_));
  EXPECT_EQ(lab({"export", "WEB:/srv.p12", file_, "--format", "pem", "--source-password", "secret1"}).status, 0);
}

TEST_F(ExportCommand, TakesPasswordsFromStandardInputOneLineEach) {
  run_ringside({"lab", "new", directory_.file("w.lab"), "--add", "WEB:distributed"});
  lab_ = directory_.file("w.lab");
  lab({"keytool", "-genkeypair", "-keystore", "/srv.p12", "-storepass", "secret1", "-keyalg", "EC", "-groupname",
       "secp256r1", "-dname", "CN=web", "-alias", "web"});
  EXPECT_EQ(run_ringside({"--lab", lab_, "export", "/srv.p12", file_, "--password-from", "stdin",
                          "--source-password-from", "stdin"},
                         "changeit\nsecret1\n")
                .error,
            file_ + " written from /srv.p12: pkcs12, 1 private key(s), 0 trusted certificate(s)\n");
  EXPECT_EQ(run_ringside({"keytool", "-list", "-keystore", file_, "-storepass", "changeit"}).status, 0);
}

TEST_F(ExportCommand, AFileThatCannotBeWrittenIsAnOutputError) {
  const auto done = lab({"export", "SRV/RING", directory_.file("no/such/folder"), "--password", "changeit"});
  EXPECT_EQ(done.status, 74);
  EXPECT_THAT(done.error, HasSubstr("no/such/folder: No such file or directory"));
}

TEST_F(ExportCommand, AsAnotherUserNeedsTheAuthorityToReadTheKey) {
  lab({"tso", "ADDUSER BOB"});
  const auto done = lab({"--user", "BOB", "export", "SRV/RING", file_, "--password", "changeit"});
  EXPECT_EQ(done.status, 64);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

// An exception of keytool's, which has refused the new password, is a refusal of the program.
TEST_F(ExportCommand, RefusesAPasswordThatPkcs12DoesNotTake) {
  const auto done = lab({"export", "SRV/RING", file_, "--password", "gehe\xC3\xAFm"});
  EXPECT_EQ(done.status, 64);
  EXPECT_THAT(done.error, HasSubstr("Password is not ASCII"));
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(ExportCommand, WritesTheNamedEntriesOnly) {
  const auto done = lab({"export", "SRV/RING", file_, "--password", "changeit", "--alias", "OUR CA"});
  EXPECT_EQ(done.status, 0) << done.error;
  EXPECT_THAT(done.error, HasSubstr("0 private key(s), 1 trusted certificate(s)\n"));
  const auto listed = run_ringside({"keytool", "-list", "-keystore", file_, "-storepass", "changeit"});
  EXPECT_THAT(listed.out, AllOf(HasSubstr("contains 1 entry"), HasSubstr("our ca, ")));
}

/// A JKS of trusted certificates with tiny keys.
base::Bytes large_store(std::size_t entries) {
  const test_support::StrangeKey* tiny = nullptr;
  for (const test_support::StrangeKey& key : test_support::strange_public_keys())
    if (key.name == "rsa-modulus-16-bits") tiny = &key;
  const auto number = [](std::size_t value, int octets) {
    std::string text;
    for (int at = octets - 1; at >= 0; --at) text += static_cast<char>(value >> (8 * at) & 0xFF);
    return text;
  };
  std::string store = "\xFE\xED\xFE\xED" + number(2, 4) + number(entries, 4);
  for (std::size_t at = 0; at < entries; ++at) {
    const std::string alias = "ca" + std::to_string(at);
    const std::string der = base::to_text(test_support::strange_certificate({alias, tiny->der, false}));
    store += number(2, 4) + number(alias.size(), 2) + alias + number(0, 8) + number(5, 2) + "X.509" +
             number(der.size(), 4) + der;
  }
  std::string hashed;
  for (const char c : std::string("secret1")) hashed += std::string(1, '\0') + c;
  return base::to_bytes(store + base::to_text(crypto::sha1(base::to_bytes(hashed + "Mighty Aphrodite" + store))));
}

// A PKCS#12 of more than 1,000 certificates is not read, but the program can write one.
TEST_F(ExportCommand, TakesMoreThanAThousandEntries) {
  lab_ = directory_.file("w.lab");
  EXPECT_EQ(run_ringside({"lab", "new", lab_, "--system", "WEB:distributed"}).status, 0);
  {
    base::SystemClock clock;
    lab::Lab lab(lab_, clock);
    ASSERT_TRUE(host::LabFiles(lab, *lab.systems().find("WEB"), "root").write("/big.jks", large_store(1'001)));
  }
  for (const std::string format : {"jks", "pkcs12"}) {
    const auto done = lab(
        {"export", "/big.jks", file_, "--source-password", "secret1", "--password", "changeit", "--format", format});
    EXPECT_EQ(done.status, 0) << done.error;
    EXPECT_THAT(done.error, HasSubstr("0 private key(s), 1001 trusted certificate(s)\n"));
  }
}

}  // namespace
}  // namespace ringside::app
