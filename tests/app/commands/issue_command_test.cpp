// tests/app/commands/issue_command_test.cpp - ringside issue: from a count and from a CSV, what is refused, and Ctrl-C.
#include <chrono>
#include <thread>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "emulator/database/security_database.hpp"
#include "emulator/database/systems.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class IssueCommand : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_EQ(run({"--date", "2013-05-17", "--seed", "s", "lab", "new"}).status, 0);
    EXPECT_EQ(run({"tso", "ADDUSER SRV",
                   "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('Our CA') NISTECC "
                   "NOTAFTER(DATE(2020-01-01))",
                   "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('User CA')) WITHLABEL('User''s') NISTECC "
                   "KEYUSAGE(CERTSIGN) NOTAFTER(DATE(2020-01-01))"})
                  .status,
              0);
  }
  test_support::Run run(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), {"--lab", folder_.file("test.lab")});
    return test_support::run_ringside(arguments, input);
  }
  test_support::TemporaryDirectory folder_;
};

TEST_F(IssueCommand, IssuesByNumber) {
  const auto issued =
      run({"issue", "--count", "12", "--algorithm", "p256", "--owner", "srv", "--signer", "Our CA", "--subject",
           "O=Acme,CN=h{n}", "--label", "web {n}", "--first", "5", "--operands", "NOTAFTER(DATE(2015-06-01))"});
  EXPECT_EQ(issued.status, 0) << issued.error;
  EXPECT_THAT(issued.out, StartsWith("issued 12 of 12 certificates (p256) in "));
  EXPECT_EQ(issued.error, "");
  const auto listed = run({"tso", "RACDCERT ID(SRV) LIST(LABEL('web 16'))"});
  EXPECT_THAT(listed.out, HasSubstr(">CN=h16.O=Acme<"));
  EXPECT_THAT(listed.out, HasSubstr("End Date:   2015/06/01 23:59:59"));
  EXPECT_THAT(listed.out, HasSubstr(">0C<"));
  EXPECT_EQ(run({"tso", "RACDCERT ID(SRV) LIST(LABEL('web 17'))"}).status, 4);
}

TEST_F(IssueCommand, IssuesTheRowsOfACsvSignedByAUsersCertificate) {
  const auto issued =
      run({"--json", "issue", "--csv", "-", "--algorithm", "p256", "--owner", "SRV", "--signer", "SRV:User's"},
          "label,cn,c\nfirst,it's one,US\nsecond,two,DE\n");
  EXPECT_EQ(issued.status, 0) << issued.error << issued.out;
  const auto json = nlohmann::json::parse(issued.out);
  EXPECT_EQ(json[0]["issued"], 2);
  EXPECT_EQ(json[0]["rc"], 0);
  EXPECT_THAT(run({"tso", "RACDCERT ID(SRV) LIST(LABEL('first'))"}).out, HasSubstr(">CN=it's one.C=US<"));
}

TEST_F(IssueCommand, SaysWhatIsWrongAndIssuesNothing) {
  const auto refused = [this](std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), "issue");
    const auto result = run(arguments, input);
    EXPECT_EQ(result.status, 64) << result.out;
    EXPECT_EQ(result.out, "");
    return result.error;
  };
  EXPECT_THAT(refused({"--signer", "x"}), HasSubstr("use --count N or --csv FILE"));
  EXPECT_THAT(refused({"--count", "2"}), HasSubstr("--signer is missing"));
  EXPECT_THAT(refused({"--count", "2", "--signer", "x", "--csv", "f"}), HasSubstr("cannot be used together"));
  EXPECT_THAT(refused({"--count", "2", "--signer", "x", "--label", "same"}), HasSubstr("must contain {n}"));
  EXPECT_THAT(refused({"--count", "2", "--signer", "x", "--algorithm", "md5"}), HasSubstr("must be rsa1024"));
  EXPECT_THAT(refused({"--count", "2", "--signer", "x", "--algorithm", "ed25519"}), HasSubstr("RACF has no such keys"));
  EXPECT_THAT(refused({"--count", "2", "--signer", "OTHER:x"}), HasSubstr("can only sign for that user"));
  EXPECT_THAT(refused({"--count", "99999999999", "--signer", "x"}), HasSubstr("at most 10000000"));
  EXPECT_THAT(refused({"--csv", "-", "--signer", "Our CA"}, "label,cn\n" + std::string(33, 'x') + ",a\n"),
              HasSubstr("WITHLABEL"));
  EXPECT_THAT(refused({"--count", "1", "--signer", "Our CA", "--operands", "NONSENSE(1)"}), HasSubstr("NONSENSE"));
}

TEST_F(IssueCommand, MakesKeysThatRacfDoesNotHaveForPartnersAndSaysSo) {
  const auto issued =
      run({"--lenient", "--seed", "s", "issue", "--count", "70", "--algorithm", "ed25519", "--owner", "SRV", "--signer",
           "Our CA", "--operands", "KEYUSAGE(HANDSHAKE) NOTAFTER(DATE(2015-06-01))"});
  EXPECT_EQ(issued.status, 0) << issued.error;
  EXPECT_THAT(issued.out, StartsWith("issued 70 of 70 certificates (ed25519) in "));
  EXPECT_THAT(issued.error, HasSubstr("--algorithm ed25519: RACF has no such keys"));
  const auto listed = run({"tso", "RACDCERT ID(SRV) LIST(LABEL('host70'))"});
  EXPECT_THAT(listed.out, HasSubstr("Key Usage: HANDSHAKE\n  Key Type: UNKNOWN\n"));
  EXPECT_THAT(listed.out, HasSubstr("Private Key: YES"));
  EXPECT_EQ(run({"tso", "RACDCERT ID(SRV) ADDRING(R)", "RACDCERT ID(SRV) CONNECT(LABEL('host1') RING(R) DEFAULT)",
                 "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Our CA') RING(R))"})
                .status,
            0);
  const auto trusted = run({"trust", "--tls", "1.3", "--mutual", "SYS1:SRV/R"});
  EXPECT_THAT(trusted.out, HasSubstr("1 handshake: 1 trusted, 0 refused"));
}

TEST_F(IssueCommand, RefusesToSignAndToRekeyWithAKeyThatRacfDoesNotHave) {
  EXPECT_EQ(run({"--lenient", "issue", "--count", "1", "--algorithm", "ed25519", "--owner", "SRV", "--signer", "Our CA",
                 "--operands", "NOTAFTER(DATE(2015-06-01))"})
                .status,
            0);
  for (const char* command : {"RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('x')) SIGNWITH(LABEL('host1'))",
                              "RACDCERT ID(SRV) GENREQ(LABEL('host1')) DSN(REQUEST)",
                              "RACDCERT ID(SRV) REKEY(LABEL('host1')) WITHLABEL('next')"}) {
    const auto refused = run({"tso", command});
    EXPECT_EQ(refused.status, 8) << command;
    EXPECT_THAT(refused.out, HasSubstr("IRRD128I")) << command;
  }
  const auto agreement =
      run({"--lenient", "issue", "--count", "1", "--algorithm", "ed25519", "--owner", "SRV", "--signer", "Our CA",
           "--label", "other", "--operands", "KEYUSAGE(KEYAGREE) NOTAFTER(DATE(2015-06-01))"});
  EXPECT_EQ(agreement.status, 8);
  EXPECT_THAT(agreement.out, HasSubstr("the key is for signatures alone"));
}

TEST_F(IssueCommand, EndsWithGencertsReturnCode) {
  const auto result = run({"issue", "--count", "1", "--signer", "No CA", "--algorithm", "p256"});
  EXPECT_EQ(result.status, 8);
  EXPECT_THAT(result.out, HasSubstr("IRRD107I"));
  EXPECT_THAT(result.out, HasSubstr("issued 0 of 1"));
}

// The keys asked for would take minutes; the signal comes as soon as the first certificates can be seen in the lab.
TEST_F(IssueCommand, KeepsWhatIsCommittedWhenItIsInterruptedAndCanGoOn) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto interrupted = run({"--keys", "portable", "issue", "--count", "20000", "--owner", "SRV", "--signer",
                                  "Our CA", "--operands", "NOTAFTER(DATE(2015-06-01))"});
    test_support::write_file(folder_.file("out"), interrupted.out + interrupted.error);
    _exit(interrupted.status);
  }
  int status = 0;
  std::int64_t before = 0;
  {
    database::Store store(folder_.file("test.lab"));
    const database::SecurityDatabase racf(store, database::Systems(store).find("SYS1")->database_id);
    before = racf.certificates.count();
    while (racf.certificates.count() == before && waitpid(child, &status, WNOHANG) == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    kill(child, SIGINT);
    waitpid(child, &status, 0);
  }
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 130);
  database::Store store(folder_.file("test.lab"));
  const database::SecurityDatabase racf(store, database::Systems(store).find("SYS1")->database_id);
  const auto kept = racf.certificates.count() - before;
  EXPECT_THAT(test_support::read_file(folder_.file("out")),
              AllOf(StartsWith("issued " + std::to_string(kept) + " of 20000 certificates (rsa2048) in "),
                    HasSubstr("the same command with --resume goes on")));
  EXPECT_TRUE(racf.certificates.id_by_label("SRV", "host" + std::to_string(kept)));
  EXPECT_FALSE(racf.certificates.id_by_label("SRV", "host" + std::to_string(kept + 1)));
  const auto next = std::to_string(kept + 1);
  EXPECT_EQ(run({"issue", "--count", "2", "--first", next, "--algorithm", "p256", "--owner", "SRV", "--signer",
                 "Our CA", "--operands", "NOTAFTER(DATE(2015-06-01))"})
                .status,
            0);
  EXPECT_EQ(racf.certificates.count(), before + kept + 2);
}

}  // namespace
}  // namespace ringside::app
