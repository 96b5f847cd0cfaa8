// tests/harness/workflow/play_step_test.cpp - what a step of a workflow leaves for those after it.
#include "harness/workflow/play_step.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::harness {
namespace {

using testing::HasSubstr;

class PlayStep : public testing::Test {
 protected:
  StepEnd play(const RunUnit& unit, const UnitEnd& end = {}) {
    return play_step({lab_.lab(), lab_.session().system, "IBMUSER"}, unit, state_, [&](const RunUnit& run) {
      ran_ = run.jcl + run.exec + run.shell;
      return end;
    });
  }
  static RunUnit unit(const std::string& name = "one") {
    RunUnit unit{name, "//S EXEC PGM=IEFBR14", {}};
    unit.output_prefix = "VAR";
    return unit;
  }

  test_support::RacfLab lab_;
  WorkflowState state_;
  std::string ran_ = "(nothing)";
};

TEST_F(PlayStep, IsCompleteUpToItsHighestReturnCode) {
  RunUnit four = unit();
  four.most_code = 4;
  EXPECT_EQ(play(four, {.code = 4}).state, "Complete");
  EXPECT_EQ(state_.outcomes.at("one").return_code, "0004");
  EXPECT_EQ(play(four, {.code = 5}).state, "Failed");
  EXPECT_EQ(play(four, {.code = 0, .completed = false}).state, "Failed");
}

TEST_F(PlayStep, TakesTheVariablesThatASuccessfulStepPrints) {
  const std::string output = "x\n VAR A = 1 \nVAR no sign\nOTHER B = 2\n";
  EXPECT_EQ(play(unit(), {.code = 8, .output = output}).state, "Failed");
  EXPECT_TRUE(state_.variables.values.empty());
  play(unit(), {.output = output});
  EXPECT_EQ(state_.variables.values, (std::map<std::string, std::string>{{"A", "1"}}));
}

TEST_F(PlayStep, KeepsOrReplacesAValueAsTheRuleSays) {
  state_.variables.values["A"] = "old";
  state_.on_conflict = ConflictRule::existing_value;
  EXPECT_EQ(play(unit(), {.output = "VAR A=new"}).problem, "");
  EXPECT_EQ(state_.variables.values.at("A"), "old");
  state_.on_conflict = ConflictRule::leave;
  EXPECT_THAT(play(unit(), {.output = "VAR A=new"}).problem, HasSubstr("the variable A has another value already"));
  state_.on_conflict = ConflictRule::output_value;
  EXPECT_EQ(play(unit(), {.output = "VAR A=new"}).problem, "");
  EXPECT_EQ(state_.variables.values.at("A"), "new");
}

TEST_F(PlayStep, LeavesAStepOutByTheOutcomesBeforeIt) {
  RunUnit waits = unit("two");
  waits.condition = parser::StepCondition{"${one.returnCode} == \"0000\"", "skipped", {}};
  play(unit(), {});
  const StepEnd end = play(waits);
  EXPECT_EQ(end.state, "Skipped");
  EXPECT_FALSE(end.performed);
  EXPECT_EQ(state_.outcomes.at("two").state, "Skipped");
}

TEST_F(PlayStep, SaysWhyAStepCannotBePerformed) {
  RunUnit late = unit();
  late.late = parser::WorkflowStep{};
  late.late->text = "//S EXEC PGM=${instance-NONE}";
  state_.variables.defined.insert("NONE");
  const StepEnd end = play(late);
  EXPECT_EQ(end.state, "Failed");
  EXPECT_EQ(end.problem, "step one: the variable NONE has no value");
  EXPECT_EQ(ran_, "(nothing)");
}

TEST_F(PlayStep, ReadsTheFileOfVariablesAfterTheStep) {
  RunUnit writes = unit();
  writes.output_file = "/tmp/none.properties";
  EXPECT_THAT(play(writes).problem, HasSubstr("/tmp/none.properties, the file of its variables: "));
}

TEST_F(PlayStep, FindsScriptsThatWouldNotRun) {
  RunUnit script;
  script.step = "sh";
  script.shell = "no-such-command\n";
  EXPECT_THAT(shell_errors({lab_.lab(), lab_.session().system, "IBMUSER"}, script),
              testing::ElementsAre(HasSubstr("step sh, template: ")));
}

}  // namespace
}  // namespace ringside::harness
