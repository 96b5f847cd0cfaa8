// tests/app/commands/lab/load_command_test.cpp - ringside lab load makes the twin of a site's system.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "base/json.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;
using testing::Not;

class LabLoad : public testing::Test {
 protected:
  /// The unload of a system that commands have made.
  void SetUp() override {
    const std::string site = file("site.lab");
    must({"--lab", site, "--date", "2013-05-17", "lab", "new", "--add", "SITE:zos:PLEX"});
    must({"--lab", site, "tso", "ADDUSER IZUSVR", "RACDCERT ID(IZUSVR) ADDRING(IZUKeyring)",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('The CA')) WITHLABEL('The CA') NISTECC SIZE(256)",
          "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('Server') NISTECC SIZE(256) "
          "SIGNWITH(CERTAUTH LABEL('The CA'))",
          "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring) DEFAULT)",
          "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('The CA') RING(IZUKeyring))"});
    must({"--lab", site, "lab", "unload", "SITE", file("unload")});
  }

  static void must(const std::vector<std::string>& words) {
    const auto result = run_ringside(words);
    EXPECT_EQ(result.status, 0) << result.out << result.error;
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  test_support::Run load(const std::vector<std::string>& more = {}, const std::vector<std::string>& before = {}) {
    std::vector<std::string> words = before;
    for (const std::string& word :
         {std::string("--lab"), file("twin.lab"), std::string("lab"), std::string("load"), file("unload"),
          std::string("--system"), std::string("TWIN"), std::string("--plex"), std::string("PLEX1")})
      words.push_back(word);
    words.insert(words.end(), more.begin(), more.end());
    return run_ringside(words);
  }
  [[nodiscard]] bool has_twin() const { return std::filesystem::exists(file("twin.lab")); }

  test_support::TemporaryDirectory folder_;
};

TEST_F(LabLoad, MakesALabWithTheSystemOfTheUnload) {
  const auto result = load();
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, HasSubstr("stand-in"));
  EXPECT_THAT(result.out, HasSubstr("assumed       active classes, since no --setropts tells them: "));
  EXPECT_THAT(result.error, HasSubstr("TWIN is loaded into " + file("twin.lab") + ": 5 users,"));
  const auto listing = run_ringside({"--lab", file("twin.lab"), "tso", "RACDCERT ID(IZUSVR) LISTRING(IZUKeyring)"});
  EXPECT_THAT(listing.out, HasSubstr("Server"));
  EXPECT_THAT(listing.out, HasSubstr("The CA"));
  EXPECT_THAT(run_ringside({"--lab", file("twin.lab"), "lab", "check"}).out, HasSubstr("no damage found"));
}

TEST_F(LabLoad, GivesATwinOnWhichHandshakesSayWhatTheyRestOn) {
  must({"--lab", file("twin.lab"), "--date", "2013-06-01", "lab", "new", "--add", "OTHER:zos:PLEX1"});
  EXPECT_EQ(load().status, 0);
  must({"--lab", file("twin.lab"), "--system", "TWIN", "tso", "RACDCERT ID(IZUSVR) ADDRING(Second)",
        "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(Second) DEFAULT)",
        "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('The CA') RING(Second))"});
  const auto trust = run_ringside({"--lab", file("twin.lab"), "trust", "TWIN:IZUSVR/IZUKeyring", "TWIN:IZUSVR/Second"});
  EXPECT_EQ(trust.status, 0) << trust.out;
  EXPECT_THAT(trust.out + trust.error, HasSubstr("stand-in: 'Server', 'The CA'"));
}

TEST_F(LabLoad, PrintsRemarksAndCountsAsJson) {
  std::ofstream(file("unload"), std::ios::app) << "0999 SOMETHING\n0205 NOBODY   SYS1\n";
  const auto result = load({}, {"--json"});
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, HasSubstr("\"kind\": \"connection of nobody\""));
  EXPECT_THAT(result.out, HasSubstr("\"unknown_records\": 1"));
  EXPECT_THAT(result.out, HasSubstr("\"form\": \"text, one record a line\""));
}

TEST_F(LabLoad, TakesCertificatesFromFilesAndClassesFromAListing) {
  must({"--lab", file("site.lab"), "tso", "RACDCERT CERTAUTH EXPORT(LABEL('The CA')) DSN('CA.PEM')"});
  std::filesystem::create_directory(file("certificates"));
  must({"--lab", file("site.lab"), "get", "CA.PEM", file("certificates/ca.pem")});
  std::ofstream(file("setropts")) << run_ringside({"--lab", file("site.lab"), "tso", "SETROPTS LIST"}).out;
  const auto result = load({"--certificates", file("certificates"), "--setropts", file("setropts")});
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, HasSubstr("1 real"));
  EXPECT_THAT(result.out, Not(HasSubstr("assumed")));
}

TEST_F(LabLoad, IsRefusedWithoutALabLeftBehind) {
  std::ofstream(file("unload")) << "0100 SYS1\n0200 U" << std::string(40'000, 'x') << "\n";
  const auto result = load();
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, HasSubstr("record 2"));
  EXPECT_EQ(result.out, "");
  EXPECT_FALSE(has_twin());
  std::ofstream(file("unload")) << "%PDF-1.7\n";
  EXPECT_EQ(load().status, 64);
  EXPECT_FALSE(has_twin());
}

TEST_F(LabLoad, IsRefusedForWrongOptions) {
  for (const std::vector<std::string>& more : {std::vector<std::string>{"--zone", "later"},
                                               {"--setropts", file("missing")},
                                               {"--certificates", file("missing")},
                                               {"--anonymise", "--certificates", folder_.path()}}) {
    EXPECT_EQ(load(more).status, 64) << testing::PrintToString(more);
    EXPECT_FALSE(has_twin());
  }
  EXPECT_EQ(run_ringside({"lab", "load", file("unload"), "--system", "A", "--plex", "B"}).status, 64);
}

TEST_F(LabLoad, DoesNotTakeTheNameOfASystemThatIsThere) {
  EXPECT_EQ(load().status, 0);
  const auto again = load();
  EXPECT_EQ(again.status, 64);
  EXPECT_THAT(again.error, HasSubstr("has a system TWIN already"));
}

TEST_F(LabLoad, RenamesAllForAReportOfADefect) {
  EXPECT_EQ(load({"--anonymise"}).status, 0);
  const auto users = run_ringside({"--lab", file("twin.lab"), "tso", "LISTUSER *"});
  EXPECT_THAT(users.out, Not(HasSubstr("IZUSVR")));
  EXPECT_THAT(users.out, HasSubstr("IBMUSER"));
  EXPECT_THAT(run_ringside({"--lab", file("twin.lab"), "tso", "RACDCERT CERTAUTH LIST"}).out, Not(HasSubstr("The CA")));
}

}  // namespace
}  // namespace ringside::app
