// tests/app/commands/lab/commands_command_scenarios_test.cpp - from the lab of one scenario to that of another, for 20
// pairs of scenarios.
#include <algorithm>
#include <memory>
#include <sstream>

#include <gmock/gmock.h>

#include "app/output/lab_diff.hpp"
#include "app/prompt/command_input.hpp"
#include "emulator/host/records.hpp"
#include "emulator/tso/execute.hpp"
#include "tests/app/commands/lab/scenario_labs.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/commands_between.hpp"

namespace ringside::app {
namespace {

constexpr std::size_t pairs = 20;

/// The plan as the command prints it.
std::string printed(const twin::CommandPlan& plan) {
  std::string text;
  for (const twin::PlannedLine& line : plan.lines)
    for (const std::string& each : line.kind == twin::PlannedLine::Kind::command ? twin::command_lines(line.text)
                                                                                 : twin::comment_lines(line.text))
      text += each + "\n";
  return text;
}

/// Runs the printed text as `ringside tso` does with its standard input.
void run_printed(racf::Session& session, const std::string& text) {
  std::istringstream in(text);
  CommandInput input(lines_of(in));
  while (const auto stream = input.next())
    for (const parser::CommandText& command : stream->commands)
      if (tso::kind_of(command) == tso::InputKind::command)
        EXPECT_LT(tso::execute(session, command).return_code, 8) << command.text;
}

/// What commands cannot carry: passwords; and what the other system has in storage without a refresh since.
bool is_expected(const Difference& difference) {
  return difference.kind == "password" || difference.kind.ends_with(" in storage");
}

class ScenarioPair : public testing::TestWithParam<std::size_t> {};

TEST_P(ScenarioPair, IsJoinedByTheCommands) {
  const auto files = test_support::scenarios_with_zos();
  ASSERT_GE(files.size(), 2 * pairs);
  const auto &from_file = files[GetParam()], &to_file = files[files.size() - 1 - GetParam()];
  SCOPED_TRACE(from_file.string() + " -> " + to_file.string());
  const test_support::PlayedLab from = test_support::played(from_file), to = test_support::played(to_file);
  const auto trial = from.lab->copy_in_memory(), replayed = from.lab->copy_in_memory();
  const auto plan =
      twin::commands_between(*trial, from.system, *to.lab, to.system, {"IBMUSER", base::Secret("secret")});
  EXPECT_GT(plan.commands(), 0U);
  racf::Session session(*replayed, from.system, "IBMUSER");
  for (const twin::PlannedFile& file : plan.files)
    session.data_sets.put(file.holds_key ? host::binary_records(file.data_set, base::to_bytes(file.content))
                                         : host::folded_text_records(file.data_set, file.content));
  run_printed(session, printed(plan));
  compare_databases(*replayed, from.system, *to.lab, to.system, [](const Difference& difference) {
    if (!is_expected(difference)) ADD_FAILURE() << difference_text(difference);
  });
}

INSTANTIATE_TEST_SUITE_P(Labs, ScenarioPair, testing::Range<std::size_t>(0, pairs));

}  // namespace
}  // namespace ringside::app
