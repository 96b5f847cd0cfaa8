// tests/harness/steps/put_test.cpp - the step 'put' for data sets, members and libraries.
#include <filesystem>

#include <gmock/gmock.h>

#include "harness/play/runner.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::harness {
namespace {

using testing::HasSubstr;

class PutStep : public testing::Test {
 protected:
  PutStep() {
    std::filesystem::create_directory(folder_.path() / "jcl");
    test_support::write_file(folder_.file("jcl/groups.jcl"),
                             "//GROUPS JOB\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n"
                             "//SYSTSIN DD DSN=IBMUSER.JCL(CMDS),DISP=SHR\n");
    test_support::write_file(folder_.file("jcl/cmds"), " ADDGROUP NEWGRP\n");
  }
  tl::expected<ScenarioReport, std::string> played(const std::string& steps) {
    const auto scenario = read_scenario("name: Put\nsystems: [{name: ZOS}, {name: OTHER}]\nsteps:\n" + steps,
                                        "test.yaml", folder_.path().string());
    if (!scenario) return tl::unexpected(scenario.error().front().text);
    return play(*scenario);
  }
  /// The failures, or the first mistake of the file.
  std::string trouble(const std::string& steps) {
    const auto report = played(steps);
    if (!report) return report.error();
    std::string text;
    for (const StepReport& step : report->steps)
      for (const Failure& failure : step.failures) text += failure.what + ": " + failure.came + "\n";
    return text;
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(PutStep, MakesALibraryOfAFolderWhoseJobsCanBeSubmitted) {
  EXPECT_EQ(trouble("  - {system: ZOS, put: {library: ibmuser.jcl, folder: jcl}}\n"
                    "  - {system: ZOS, tso: [{command: SUBMIT JCL(GROUPS), messages: [IKJ56250I]}, LISTGRP NEWGRP]}\n"
                    "  - {transfer: {data_set: IBMUSER.JCL, from: ZOS, to: OTHER}}\n"
                    "  - {system: OTHER, tso: [{command: LISTDS JCL MEMBERS, output: {contains: [CMDS, GROUPS]}}]}\n"),
            "");
}

TEST_F(PutStep, MakesDataSetsAndMembersOfText) {
  EXPECT_EQ(
      trouble("  - {system: ZOS, put: {data_set: A.LIB(MEM), content: ' ADDGROUP ONE'}}\n"
              "  - {system: ZOS, put: {data_set: A.SEQ, content: ' ADDGROUP TWO'}}\n"
              "  - system: ZOS\n    jcl: |\n      //J JOB\n      //S EXEC PGM=IKJEFT01\n      //SYSTSPRT DD SYSOUT=*\n"
              "      //SYSTSIN DD DSN=A.LIB(MEM),DISP=SHR\n      // DD DSN=A.SEQ,DISP=SHR\n"
              "  - {system: ZOS, tso: [LISTGRP ONE, LISTGRP TWO]}\n"),
      "");
}

TEST_F(PutStep, FailsForWhatDoesNotFit) {
  test_support::write_file(folder_.file("jcl/not-a-member"), "");
  EXPECT_THAT(trouble("  - {system: ZOS, put: {library: A.JCL, folder: jcl}}\n"), HasSubstr("no name of a member"));
  EXPECT_THAT(trouble("  - {system: ZOS, put: {library: A.JCL, folder: none}}\n"), HasSubstr("none: No such file"));
  EXPECT_THAT(trouble("  - {system: ZOS, put: {library: A.JCL, folder: ../x}}\n"), HasSubstr("beside the scenario"));
  EXPECT_THAT(trouble("  - {system: ZOS, put: {library: A.JCL(X), folder: jcl}}\n"),
              HasSubstr("is not a data set name"));
  EXPECT_THAT(trouble("  - {system: ZOS, put: {data_set: A.JCL(1X), content: x}}\n"),
              HasSubstr("is not a data set name"));
  EXPECT_THAT(trouble("  - {system: ZOS, put: {data_set: A.L(X), content: x}}\n"
                      "  - {system: ZOS, put: {data_set: A.L, content: x}}\n"),
              HasSubstr("A.L is a library"));
}

TEST_F(PutStep, AJobThatIsSubmittedAndFailsFailsTheStep) {
  EXPECT_EQ(trouble("  - {system: ZOS, put: {data_set: A.LIB(BAD), content: \"//BAD JOB\\n//S EXEC PGM=NOSUCH\\n\"}}\n"
                    "  - {system: ZOS, tso: SUBMIT 'A.LIB(BAD)'}\n"),
            "end of job BAD: ABEND S806\n");
}

}  // namespace
}  // namespace ringside::harness
