// tests/app/commands/doctor_command_jobs_test.cpp - doctor --jcl: its jobs, submitted in the order that it prints, mend
// the lab.
#include <algorithm>
#include <filesystem>
#include <regex>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class DoctorJobs : public testing::Test {
 protected:
  void make(const std::string& name_of_ca_a, const std::string& name_of_ca_b, const std::string& user = "IZUSVR") {
    ASSERT_EQ(run({"--date", "2013-05-17", "--seed", "s", "lab", "new", "--add", "SYSA", "--add", "SYSB"}).status, 0);
    for (const auto& [system, ca] : {std::pair("SYSA", name_of_ca_a), std::pair("SYSB", name_of_ca_b)}) {
      const std::string name = system;
      const auto made =
          run({"--system", name, "tso", "ADDUSER " + user + " NOPASSWORD", "RACDCERT ID(" + user + ") ADDRING(Ring)",
               "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + ca + "')) WITHLABEL('" + ca + "') NISTECC SIZE(256)",
               "RACDCERT ID(" + user + ") GENCERT SUBJECTSDN(CN('" + name +
                   "')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('" + ca + "'))",
               "RACDCERT ID(" + user + ") CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
               "RACDCERT ID(" + user + ") CONNECT(CERTAUTH LABEL('" + ca + "') RING(Ring))"});
      ASSERT_EQ(made.status, 0) << made.out;
    }
  }
  test_support::Run run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--lab", lab_});
    return test_support::run_ringside(arguments);
  }
  /// Runs the commands that doctor prints, as they stand.
  void follow(const std::string& text) {
    int typed = 0;
    for (const std::string& line : base::lines(text)) {
      if (!line.starts_with("  ringside ")) continue;
      const auto done = test_support::run_ringside(base::split(line.substr(11), ' '));
      EXPECT_LT(done.status, 8) << line << "\n" << done.out << done.error;
      ++typed;
    }
    EXPECT_GT(typed, 0) << text;
  }
  std::vector<std::string> jobs() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(jobs_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("test.lab");
  std::string jobs_ = folder_.file("jobs");
};

TEST_F(DoctorJobs, MendALinkWhenTheyAreSubmitted) {
  make("CA of SYSA", "CA of SYSB");
  const auto ill = run({"doctor", "--jcl", jobs_});
  EXPECT_EQ(ill.status, 1);
  EXPECT_THAT(jobs(), ElementsAre("1-SYSB.jcl", "2-SYSA.jcl", "3-SYSB.jcl"));
  follow(ill.out);
  EXPECT_THAT(run({"doctor"}).out, EndsWith("all is well\n"));
}

TEST_F(DoctorJobs, AreOneForASystemThatNeedsNothingFromElsewhere) {
  make("CA of SYSA", "CA of SYSB");
  run({"--system", "SYSA", "tso", "RACDCERT ID(IZUSVR) REMOVE(CERTAUTH LABEL('CA of SYSA') RING(Ring))"});
  const auto ill = run({"doctor", "SYSA:IZUSVR/Ring", "--jcl", jobs_});
  EXPECT_THAT(jobs(), ElementsAre("1-SYSA.jcl"));
  EXPECT_THAT(ill.out, HasSubstr("\njobs written; on this lab they run in this order:\n  ringside --lab " + lab_ +
                                 " --system SYSA run " + jobs_ + "/1-SYSA.jcl\n"));
  const std::string jcl = read_file(jobs_ + "/1-SYSA.jcl");
  EXPECT_THAT(jcl, testing::StartsWith("//MEND1    JOB (ACCT),'RINGSIDE DOCTOR',CLASS=A,MSGCLASS=X\n//* "));
  EXPECT_THAT(jcl, HasSubstr("//TSO      EXEC PGM=IKJEFT01,REGION=0M\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN  DD *\n"));
  EXPECT_THAT(jcl, EndsWith("/*\n//\n"));
  follow(ill.out);
  EXPECT_EQ(run({"doctor", "SYSA:IZUSVR/Ring"}).status, 0);
}

TEST_F(DoctorJobs, KeepToTheColumnsAndContinueLongCommands) {
  make("CA of SYSA", "Certification  authority of SYSB");
  const auto ill = run({"doctor", "--jcl", jobs_});
  bool continued = false;
  for (const std::string& job : jobs())
    for (const std::string& line : base::lines(read_file(jobs_ + "/" + job))) {
      EXPECT_LE(line.size(), 72U) << line;
      continued = continued || line.ends_with("+");
    }
  EXPECT_TRUE(continued);
  follow(ill.out);
  EXPECT_EQ(run({"doctor"}).status, 0);
}

TEST_F(DoctorJobs, TakeOneOfSeveralChoices) {
  make("Same", "Same");
  const auto open = run({"doctor", "--jcl", jobs_});
  EXPECT_THAT(open.out, HasSubstr("SYSA -> SYSB is not in the jobs: there are 2 choices; --choice N takes one\n"));
  EXPECT_THAT(open.out, EndsWith("no job is written\n"));
  EXPECT_FALSE(std::filesystem::exists(jobs_));
  const auto chosen = run({"doctor", "--jcl", jobs_, "--choice", "1"});
  EXPECT_THAT(chosen.out, Not(HasSubstr("choice 1 of")));
  follow(chosen.out);
  EXPECT_EQ(run({"doctor"}).status, 0) << run({"doctor"}).out;
}

TEST_F(DoctorJobs, NeedAFolderOfTheirOwn) {
  make("CA of SYSA", "CA of SYSB");
  std::filesystem::create_directories(jobs_);
  test_support::write_file(jobs_ + "/mine.jcl", "");
  const auto refused = run({"doctor", "--jcl", jobs_});
  EXPECT_EQ(refused.status, 64);
  EXPECT_THAT(refused.error, HasSubstr("must be a new or an empty folder"));
  EXPECT_THAT(jobs(), ElementsAre("mine.jcl"));
}

TEST_F(DoctorJobs, AreNamedInJson) {
  make("CA of SYSA", "CA of SYSB");
  const auto json = nlohmann::json::parse(run({"--json", "doctor", "--jcl", jobs_}).out);
  EXPECT_EQ(json[0]["jobs"]["in_order"][0], "ringside --lab " + lab_ + " --system SYSB run " + jobs_ + "/1-SYSB.jcl");
}

}  // namespace
}  // namespace ringside::app
