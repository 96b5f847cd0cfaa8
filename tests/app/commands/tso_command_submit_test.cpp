// tests/app/commands/tso_command_submit_test.cpp - jobs that SUBMIT passes to JES, from a command, a job and the
// prompt.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::write_file;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class SubmittedJobs : public testing::Test {
 protected:
  SubmittedJobs() {
    put("GROUPS", tso_job("GROUPS", " ADDGROUP NEWGRP\n"));
    put("CALLER", tso_job("CALLER", " SUBMIT 'IBMUSER.JCL(GROUPS)'\n TIME\n"));
    put("SELF", tso_job("SELF", " SUBMIT 'IBMUSER.JCL(SELF)'\n"));
    put("BAD", "//BAD JOB\n//S EXEC PGM=NOSUCH\n");
  }
  static std::string tso_job(const std::string& name, const std::string& commands) {
    return "//" + name + " JOB\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n" + commands + "/*\n";
  }
  void put(const std::string& member, const std::string& jcl) {
    write_file(folder_.file("job"), jcl);
    EXPECT_EQ(lab({"put", folder_.file("job"), "IBMUSER.JCL(" + member + ")"}).status, 0);
  }
  test_support::Run lab(std::vector<std::string> words, const std::string& input = "") {
    words.insert(words.begin(), {"--lab", lab_, "--date", "2013-05-17"});
    if (!made_) test_support::run_ringside({"--date", "2013-05-17", "lab", "new", lab_});
    made_ = true;
    return test_support::run_ringside(words, input);
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("my.lab");
  bool made_ = false;
};

TEST_F(SubmittedJobs, RunAfterTheCommandWithTheirOutput) {
  const auto result = lab({"tso", "SUBMIT 'IBMUSER.JCL(GROUPS)'"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out,
              AllOf(StartsWith("IKJ56250I JOB GROUPS(JOB00001) SUBMITTED\n---- GROUPS JOB00001 JES2 JESMSGLG"),
                    HasSubstr(" ADDGROUP NEWGRP\n")));
  EXPECT_THAT(result.error, HasSubstr("GROUPS JOB00001 ended: CC 0000\n"));
  EXPECT_EQ(lab({"tso", "LISTGRP NEWGRP"}).status, 0);
  EXPECT_EQ(lab({"tso", "SUBMIT JCL(BAD)"}).status, 20) << "the exit status of an abend";
}

TEST_F(SubmittedJobs, RunAfterTheJobThatSubmitsThem) {
  write_file(folder_.file("caller.jcl"), tso_job("CALLER", " SUBMIT JCL(GROUPS)\n TIME\n"));
  const auto result = lab({"run", folder_.file("caller.jcl")});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("IKJ56250I JOB GROUPS(JOB00002) SUBMITTED\nREADY\n TIME\n"));
  EXPECT_THAT(result.error,
              AllOf(HasSubstr("CALLER JOB00001 ended: CC 0000\n"), HasSubstr("GROUPS JOB00002 ended: CC 0000\n")));
}

TEST_F(SubmittedJobs, OfAJobThatIsUndoneDoNotRun) {
  write_file(folder_.file("undone.jcl"),
             "//UNDONE JOB\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD DSN=IBMUSER.JCL,DISP=SHR\n//SYSTSIN DD *\n SUBMIT "
             "JCL(GROUPS)\n/*\n");
  const auto result = lab({"run", folder_.file("undone.jcl")});
  EXPECT_EQ(result.status, 16);
  EXPECT_THAT(result.error, Not(HasSubstr("GROUPS")));
}

TEST_F(SubmittedJobs, EndAtALimitIfTheySubmitThemselves) {
  const auto result = lab({"tso", "SUBMIT JCL(SELF)"});
  EXPECT_THAT(result.error, AllOf(HasSubstr("SELF JOB00100 ended"), Not(HasSubstr("SELF JOB00101 ended")),
                                  HasSubstr("jobs have submitted more than 100 others; JOB00101 was not run\n")));
}

TEST_F(SubmittedJobs, AreToldAsJsonAndAtThePrompt) {
  const auto json = nlohmann::json::parse(lab({"--json", "tso", "SUBMIT JCL(GROUPS)"}).out);
  EXPECT_EQ(json[0]["messages"][0]["id"], "IKJ56250I");
  EXPECT_EQ(json[1]["id"], "JOB00001");
  const auto prompt = lab({"shell"}, "SUBMIT JCL(CALLER)\n");
  EXPECT_THAT(prompt.error, HasSubstr("CALLER JOB00002 ended: CC 0000\n"));
  EXPECT_THAT(prompt.error, HasSubstr("GROUPS JOB00003 ended"));
}

}  // namespace
}  // namespace ringside::app
