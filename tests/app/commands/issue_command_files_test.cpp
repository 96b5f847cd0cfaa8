// tests/app/commands/issue_command_files_test.cpp - ringside issue: names of ALTNAME, files for each certificate, and
// runs that are stopped by a signal or a full disk and go on.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "emulator/database/security_database.hpp"
#include "emulator/database/systems.hpp"
#include "tests/app/run_in_child.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

namespace fs = std::filesystem;
using test_support::read_file;
using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

constexpr auto for_the_owner = fs::perms::owner_read | fs::perms::owner_write;

class IssueFiles : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_EQ(run({"--date", "2013-05-17", "--seed", "s", "lab", "new"}).status, 0);
    EXPECT_EQ(run({"tso", "ADDUSER SRV",
                   "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('Our CA') NISTECC "
                   "NOTAFTER(DATE(2020-01-01))"})
                  .status,
              0);
  }
  test_support::Run run(std::vector<std::string> arguments, const std::string& input = "",
                        const char* lab = "test.lab") {
    arguments.insert(arguments.begin(), {"--lab", file(lab)});
    return test_support::run_ringside(arguments, input);
  }
  static std::vector<std::string> issue(std::vector<std::string> more) {
    std::vector<std::string> all{"issue", "--algorithm", "p256", "--owner", "SRV", "--signer", "Our CA"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(file(folder))) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  [[nodiscard]] std::string listed(const std::string& label) {
    return run({"tso", "RACDCERT ID(SRV) LIST(LABEL('" + label + "'))"}).out;
  }
  std::string fingerprint(const char* lab) {
    database::Store store(file(lab));
    return store.fingerprint_of_data();
  }
  std::int64_t certificates() {
    database::Store store(file("test.lab"));
    return database::SecurityDatabase(store, database::Systems(store).find("SYS1")->database_id).certificates.count();
  }

  /// Starts a run in a child, sends it the signal when the lab holds the first certificates, and returns how it ended.
  int stop(const std::vector<std::string>& arguments, int signal) {
    const std::int64_t before = certificates();
    const pid_t child = fork();
    if (child == 0) _exit(run(arguments).status);
    int status = 0;
    bool has_ended = false;
    while (certificates() == before && !has_ended) {
      has_ended = waitpid(child, &status, WNOHANG) != 0;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    kill(child, signal);
    if (!has_ended) waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  test_support::TemporaryDirectory folder_;
};

TEST_F(IssueFiles, GivesEachCertificateItsNumberInAltname) {
  const auto issued = run(issue(
      {"--count", "3", "--operands", "ALTNAME(DOMAIN('h{n}.example.com') IP(10.0.0.{n})) NOTAFTER(DATE(2015-06-01))"}));
  EXPECT_EQ(issued.status, 0) << issued.error;
  EXPECT_THAT(listed("host3"), AllOf(HasSubstr("10.0.0.3"), HasSubstr("h3.example.com")));
  EXPECT_THAT(listed("host1"), AllOf(HasSubstr("10.0.0.1"), HasSubstr("h1.example.com")));
  EXPECT_THAT(run(issue({"--count", "3", "--operands", "NOTAFTER(DATE(201{n}-06-01))"})).error,
              HasSubstr("{n} can stand in ALTNAME only"));
  EXPECT_THAT(run(issue({"--count", "256", "--label", "x{n}", "--operands", "ALTNAME(IP(10.0.0.{n}))"})).error,
              HasSubstr("10.0.0.256"));
}

TEST_F(IssueFiles, ReadsTheColumnsOfAltnameFromAFileOfASpreadsheet) {
  test_support::write_file(file("hosts.csv"),
                           "\xEF\xBB\xBFLabel,CN,Domain,IP,Email,URI\r\n"
                           "\"web, one\",a.example,a.example,10.1.2.3,a@example.com,https://a.example/\r\n"
                           "two,b.example,,,,\r\n");
  const auto issued = run(issue({"--csv", file("hosts.csv"), "--operands", "NOTAFTER(DATE(2015-06-01))"}));
  EXPECT_EQ(issued.status, 0) << issued.error;
  EXPECT_THAT(listed("web, one"), AllOf(HasSubstr("10.1.2.3"), HasSubstr("a at example.com"),
                                        HasSubstr("Domain: a.example"), HasSubstr("https://a.example/")));
  EXPECT_THAT(listed("two"), Not(HasSubstr("Subject's AltNames")));
}

TEST_F(IssueFiles, NamesLineAndColumnOfWhatGencertDoesNotTakeAndIssuesNothing) {
  const auto refused = [this](const std::string& csv, const char* operands = "") {
    test_support::write_file(file("n.csv"), csv);
    const auto result = run(issue({"--csv", file("n.csv"), "--operands", operands}));
    EXPECT_EQ(result.status, 64) << result.out;
    return result.error;
  };
  EXPECT_THAT(refused("label,cn,ip\na,a,10.0.0.1\nb,b,10.0.0.999\n"),
              AllOf(HasSubstr("n.csv, line 3, column IP: "), HasSubstr("10.0.0.999")));
  EXPECT_THAT(refused("label,cn,ip\na,a,10.0.0.1) TRUST(\n"), HasSubstr("n.csv, line 2, column IP: "));
  EXPECT_THAT(refused("label,cn,email\na,a,nobody\n"), HasSubstr("line 2, column EMAIL: RSD209I"));
  EXPECT_THAT(refused("label,cn,uri\na,a,nowhere\n"), HasSubstr("line 2, column URI: RSD209I"));
  EXPECT_THAT(refused("label,cn,c\na,a,USA\n"), HasSubstr("line 2, column C: "));
  EXPECT_THAT(refused("cn,label\na," + std::string(33, 'x') + "\n"), HasSubstr("line 2, column label: "));
  EXPECT_THAT(refused("label,cn,ip\na,a,10.0.0.1\n", "ALTNAME(IP(10.0.0.2))"), HasSubstr("use one of them"));
  EXPECT_EQ(run({"tso", "RACDCERT ID(SRV) LIST"}).status, 4);
}

TEST_F(IssueFiles, WritesChainAndKeyOfEachCertificateUnderASafeName) {
  const auto issued = run(issue({"--csv", "-", "--out", file("out"), "--operands", "NOTAFTER(DATE(2015-06-01))"}),
                          "label,cn\n../up,a\n/etc/x,b\n.hidden,c\n-rf,d\nA b,e\nplain_1,f\n");
  EXPECT_EQ(issued.status, 0) << issued.error;
  EXPECT_THAT(files_in("out"),
              ElementsAre("%2D"
                          "rf.key",
                          "%2D"
                          "rf.pem",
                          "%2E.%2Fup.key", "%2E.%2Fup.pem",
                          "%2E"
                          "hidden.key",
                          "%2E"
                          "hidden.pem",
                          "%2Fetc%2Fx.key", "%2Fetc%2Fx.pem", "A%20b.key", "A%20b.pem", "plain_1.key", "plain_1.pem"));
  EXPECT_EQ(fs::status(file("out/plain_1.key")).permissions(), for_the_owner);
  EXPECT_EQ(fs::status(file("out")).permissions(), fs::perms::owner_all);
  EXPECT_EQ(read_file(file("out/plain_1.pem")).find("BEGIN CERTIFICATE"), 5u);
  const auto verified =
      test_support::run_ringside({"openssl", "x509", "-in", file("out/plain_1.pem"), "-noout", "-subject", "-issuer"});
  EXPECT_EQ(verified.out, "subject=CN = f\nissuer=CN = CA\n");
  const auto pair = [&](std::vector<std::string> command) { return test_support::run_ringside(command).out; };
  EXPECT_EQ(pair({"openssl", "x509", "-in", file("out/plain_1.pem"), "-noout", "-pubkey"}),
            pair({"openssl", "pkey", "-in", file("out/plain_1.key"), "-pubout"}));
}

TEST_F(IssueFiles, WritesAPkcs12WithAPasswordFromAFile) {
  test_support::write_file(file("pw"), "changeit\n");
  EXPECT_EQ(run(issue({"--count", "2", "--out", file("out"), "--format", "pkcs12", "--password-from",
                       "file:" + file("pw"), "--operands", "NOTAFTER(DATE(2015-06-01))"}))
                .status,
            0);
  EXPECT_THAT(files_in("out"), ElementsAre("host1.p12", "host2.p12"));
  EXPECT_EQ(fs::status(file("out/host2.p12")).permissions(), for_the_owner);
  const auto store = test_support::run_ringside(
      {"keytool", "-list", "-v", "-keystore", file("out/host2.p12"), "-storepass", "changeit"});
  EXPECT_THAT(store.out, AllOf(HasSubstr("Alias name: host2\n"), HasSubstr("PrivateKeyEntry"),
                               HasSubstr("Certificate chain length: 2\n")));
}

TEST_F(IssueFiles, OverwritesNoFileAndIssuesNothingWhereOneExists) {
  fs::create_directory(file("out"));
  fs::create_symlink("/nowhere", file("out/host2.pem"));
  const auto refused = run(issue({"--count", "3", "--out", file("out")}));
  EXPECT_EQ(refused.status, 64);
  EXPECT_THAT(refused.error, EndsWith("out/host2.pem exists already\n"));
  EXPECT_EQ(run({"tso", "RACDCERT ID(SRV) LIST"}).status, 4);
  EXPECT_THAT(files_in("out"), ElementsAre("host2.pem"));
  EXPECT_EQ(run(issue({"--count", "3", "--out", file("test.lab")})).status, 74);
  EXPECT_EQ(run(issue({"--count", "3", "--format", "pkcs12"})).status, 64);
  EXPECT_EQ(run(issue({"--count", "3", "--out", file("p"), "--format", "pkcs12"})).status, 64);
}

// The kill comes as soon as the lab holds certificates; files and most certificates are missing then.
TEST_F(IssueFiles, GoesOnAfterKillAsIfUnbroken) {
  fs::copy_file(file("test.lab"), file("whole.lab"));
  const std::int64_t before = certificates();
  const auto order = [this](const char* out) {
    return issue({"--count", "600", "--resume", "--out", file(out), "--operands", "NOTAFTER(DATE(2015-06-01))"});
  };
  EXPECT_EQ(stop(order("stopped"), SIGKILL), 128 + SIGKILL);
  const std::int64_t done = certificates() - before;
  const auto resumed = run(order("stopped"));
  EXPECT_EQ(resumed.status, 0) << resumed.error;
  EXPECT_THAT(resumed.out,
              StartsWith(fmt::format("issued {} of 600 certificates (p256), {} were there in ", 600 - done, done)));
  EXPECT_EQ(run(order("whole"), "", "whole.lab").status, 0);
  EXPECT_EQ(fingerprint("test.lab"), fingerprint("whole.lab"));
  const auto names = files_in("stopped");
  EXPECT_EQ(names.size(), 1200u);
  EXPECT_EQ(names, files_in("whole"));
  for (const std::string& name : names)
    ASSERT_EQ(read_file(file("stopped/" + name)), read_file(file("whole/" + name))) << name;
}

TEST_F(IssueFiles, ResumeTakesOnlyItsOwnCertificatesForIssued) {
  EXPECT_EQ(run({"tso",
                 "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('other')) WITHLABEL('host1') NISTECC "
                 "SIGNWITH(CERTAUTH LABEL('Our CA')) NOTAFTER(DATE(2015-01-01))"})
                .status,
            0);
  const auto refused = run(issue({"--count", "3", "--resume"}));
  EXPECT_EQ(refused.status, 64);
  EXPECT_THAT(refused.error, HasSubstr("the certificate 'host1' exists, but with another subject or signer"));
}

TEST_F(IssueFiles, GoesOnAfterTheDiskOfTheFilesWasFull) {
  fs::create_directory(file("disk"));
  const auto order =
      issue({"--count", "100", "--out", file("disk/out"), "--resume", "--operands", "NOTAFTER(DATE(2015-06-01))"});
  std::vector<std::string> command{"--lab", file("test.lab")};
  command.insert(command.end(), order.begin(), order.end());
  const auto full = test_support::run_in_child(command, [this] {
    if (!test_support::mount_small_disk(file("disk"))) ::_exit(98);
  });
  if (full.status == 98) GTEST_SKIP() << "no file system can be mounted";
  EXPECT_EQ(full.status, 74);
  EXPECT_THAT(full.error, AllOf(HasSubstr(": No space left on device; "), HasSubstr("--resume goes on")));
  const auto resumed = run(order);
  EXPECT_EQ(resumed.status, 0) << resumed.error;
  EXPECT_EQ(files_in("disk/out").size(), 200u) << "also the files that the full disk did not take";
}

TEST_F(IssueFiles, GoesOnAfterTheDiskOfTheLabWasFull) {
  fs::create_directory(file("disk"));
  const std::string lab = file("disk/test.lab");
  const auto order = issue({"--count", "700", "--resume", "--operands", "NOTAFTER(DATE(2015-06-01))"});
  std::vector<std::string> command{"--lab", lab};
  command.insert(command.end(), order.begin(), order.end());
  const auto resumed = test_support::run_in_child(command, [&] {
    if (!test_support::mount_small_disk(file("disk"), "1m")) ::_exit(98);
    fs::copy_file(file("test.lab"), lab);
    test_support::write_file(file("disk/ballast"), std::string(400'000, 'x'));
    if (test_support::run_ringside(command).status != 70) ::_exit(97);
    fs::remove(file("disk/ballast"));
    if (mount(nullptr, file("disk").c_str(), nullptr, MS_REMOUNT, "size=64m") != 0) ::_exit(96);
  });
  if (resumed.status == 98) GTEST_SKIP() << "no file system can be mounted";
  EXPECT_EQ(resumed.status, 0) << resumed.error;
}

TEST_F(IssueFiles, DryRunWritesNeitherLabNorFiles) {
  const std::string before = read_file(file("test.lab"));
  const auto dry = run(issue({"--count", "3", "--out", file("certs"), "--dry-run"}));
  EXPECT_EQ(dry.status, 0) << dry.error;
  EXPECT_THAT(dry.out, HasSubstr("issued 3 of 3 certificates (p256)"));
  EXPECT_THAT(dry.out, HasSubstr("+ certificate ID(SRV) host3"));
  EXPECT_THAT(dry.error, EndsWith("dry run: nothing is kept, and no file was written\n"));
  EXPECT_FALSE(fs::exists(file("certs")));
  EXPECT_EQ(read_file(file("test.lab")), before);
  EXPECT_EQ(run(issue({"--count", "3", "--dry-run"}), "", "no.lab").status, 8) << "there is no such CA";
  EXPECT_FALSE(fs::exists(file("no.lab")));
}

}  // namespace
}  // namespace ringside::app
