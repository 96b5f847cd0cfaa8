// tests/emulator/jes/operands_page_test.cpp - docs/not-emulated.md, made of the tables of all layers up to the jobs;
// and what no table holds is tried.
#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/jes/operands.hpp"
#include "emulator/jes/programs/idcams_commands.hpp"
#include "emulator/jes/programs/table.hpp"
#include "emulator/racf/execute.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/racdcert/function_table.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/tso/commands.hpp"
#include "parser/scripts/workflow.hpp"
#include "parser/shell/line.hpp"
#include "parser/tso/command_table.hpp"
#include "tests/emulator/jes/run_job.hpp"
#include "tests/support/golden.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::string listed(const std::vector<std::string>& words) {
  return words.empty() ? "none" : base::join(words, ", ");
}

/// TSO commands that end with RSD381I: those of the table, and RACF's that PARSE knows and no processor runs.
std::vector<std::string> commands_not_emulated() {
  std::vector<std::string> names;
  for (const tso::TsoCommand& command : tso::tso_commands())
    if (command.treatment == tso::Treatment::not_emulated) names.emplace_back(command.name);
  for (const parser::CommandSpec& command : parser::command_specs())
    if (!racf::is_racf_command(command.name) && tso::find_tso_command(command.name) == nullptr)
      names.emplace_back(command.name);
  std::sort(names.begin(), names.end());
  return names;
}

/// The commands of TSO itself that run, with the operands that are accepted and remarked on.
std::string tso_operands() {
  std::string text = "| command | operands without effect |\n|---|---|\n";
  for (const tso::TsoCommand& command : tso::tso_commands()) {
    if (command.treatment != tso::Treatment::runs) continue;
    std::vector<std::string> names;
    for (const parser::KeywordSpec& keyword : parser::find_command(command.name)->keywords)
      if (keyword.alias_of.empty() && !tso::has_effect(command, keyword.name)) names.emplace_back(keyword.name);
    text += fmt::format("| {} | {} |\n", command.name, listed(names));
  }
  return text;
}

std::vector<std::string> operands_without_effect(const parser::CommandSpec& command) {
  std::vector<std::string> names;
  for (const parser::KeywordSpec& keyword : command.keywords)
    if (keyword.alias_of.empty() && !racf::has_effect(command.name, keyword.name)) names.emplace_back(keyword.name);
  return names;
}

std::string racf_operands() {
  std::string text = "| command | operands without effect |\n|---|---|\n";
  for (const racf::CommandOperands& row : racf::command_operands()) {
    const auto names = operands_without_effect(*parser::find_command(row.command));
    if (!names.empty()) text += fmt::format("| {} | {} |\n", row.command, base::join(names, ", "));
  }
  return text;
}

std::string jcl_operands(Use use) {
  std::string text = "| statement | operands |\n|---|---|\n";
  for (const char* operation : {"JOB", "EXEC", "DD"}) {
    std::vector<std::string> names;
    for (const std::string& keyword : keywords_of(operation))
      if (use_of(operation, keyword) == use) names.push_back(keyword);
    text += fmt::format("| {} | {} |\n", operation, listed(names));
  }
  return text;
}

std::string racdcert_operands(racf::racdcert::OperandStatus status) {
  using namespace racf::racdcert;
  std::map<std::string, std::vector<std::string>> functions;
  for (const FunctionRule& rule : function_rules())
    for (const parser::KeywordSpec& keyword : parser::find_command("RACDCERT")->keywords) {
      if (find_function_rule(keyword.name) != nullptr || is_owner_operand(keyword.name)) continue;
      if (status_of(rule, keyword.name) == status) functions[std::string(keyword.name)].emplace_back(rule.name);
      if (status_of(rule, keyword.name) != OperandStatus::implemented) continue;
      for (const parser::KeywordSpec& inside : keyword.subfield.keywords)
        if (status_of(rule, keyword.name, inside.name) == status)
          functions[fmt::format("{}({})", keyword.name, inside.name)].emplace_back(rule.name);
    }
  std::string text;
  for (const auto& [operand, names] : functions)
    text += fmt::format("{}{} of {}", text.empty() ? "" : "; ", operand, base::join(names, ", "));
  return text;
}

/// What no table holds: a command or job that meets it, and the words that say so.
struct Told {
  const char* what;
  const char* commands;  ///< the last one meets it
  const char* words;     ///< among its messages and remarks
};

constexpr std::array told_by_commands = {
    Told{"log-on: passwords and phrases are taken and not kept", "ADDUSER ANN PASSWORD(SECRET)",
         "ADDUSER: the value of PASSWORD is not kept; log-on is not emulated"},
    Told{"dates of REVOKE and RESUME: listed, nothing happens when they come",
         "ADDUSER ANN\nALTUSER ANN REVOKE(12/31/30)",
         "ALTUSER: the date of REVOKE is kept and listed; nothing happens when it comes"},
    Told{"group-OPERATIONS and group-AUDITOR of a connection: listed, they give no authority",
         "ADDUSER ANN\nCONNECT ANN GROUP(SYS1) AUDITOR", "it gives no authority here"},
    Told{"RACF variables: members of class RACFVARS are kept and cover nothing",
         "SETROPTS GENERIC(FACILITY)\nRDEFINE FACILITY &VAR.A", "RACF variables (class RACFVARS) are not emulated"},
    Told{"data set profiles: kept and listed, they protect nothing", "ADDSD 'A.**' UACC(NONE)", "protect"},
    Told{"conditional access lists: PERMIT WHEN() grants nothing",
         "RDEFINE FACILITY A\nPERMIT A CLASS(FACILITY) ID(IBMUSER) ACCESS(READ) WHEN(TERMINAL(T))",
         "operand WHEN is understood but not emulated"},
    Told{"options of the whole system: SETROPTS LIST shows what every lab has, SETROPTS changes only ADDCREATOR",
         "SETROPTS LIST", "system-wide options are not emulated"},
    Told{"keys made inside a PKCS#11 token, and every hardware of ICSF: keys are kept by an emulated ICSF",
         "RACDCERT GENCERT SUBJECTSDN(CN('x')) RSA(TOKEN(T))", "A key generated in a PKCS#11 token is not emulated."},
};

constexpr std::array told_by_jobs = {
    Told{"the statements CNTL, COMMAND, ENDCNTL, JOBGROUP, NOTIFY, SCHEDULE, XMIT",
         "// XMIT DEST=N\n//S EXEC PGM=IEFBR14\n", "XMIT STATEMENT IS NOT SUPPORTED"},
    Told{"comparing texts by IF", "// IF ('A' = 'B') THEN\n//S EXEC PGM=IEFBR14\n// ENDIF\n",
         "texts cannot be compared"},
    Told{"the internal reader", "//S EXEC PGM=IEFBR14\n//D DD SYSOUT=(A,INTRDR)\n",
         "THE INTERNAL READER IS NOT EMULATED"},
    Told{"generation data groups: relative names", "//S EXEC PGM=IEFBR14\n//D DD DSN=A.B(+1),DISP=SHR\n",
         "generations are not emulated"},
    Told{"programs other than those named below", "//S EXEC PGM=SORT\n", "S806"},
};

std::string told() {
  std::string text;
  for (const Told& row : told_by_commands) text += fmt::format("- {}\n", row.what);
  return text;
}

std::string told_of_jobs() {
  std::string text;
  for (const Told& row : told_by_jobs) text += fmt::format("- {}\n", row.what);
  return text;
}

template <typename Words>
std::string in_code(const Words& words) {
  std::string text;
  for (const auto& word : words) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", word);
  return text;
}

std::string page() {
  using racf::racdcert::OperandStatus;
  std::vector<std::string> segments;
  for (const auto segment : racf::segments_kept_only()) segments.emplace_back(segment);
  return fmt::format(
      R"(# What is not emulated

Nothing is left out in silence. What Ringside knows and does not do is said in this page, which is made from the tables
that the program works by (a test compares them, and tries what stands in no table), and once more when a command or job
meets it: as a message of its own (RSDnnnI) where it is refused, as a remark beside the output where it is accepted
without effect. What is not even known is refused as a real system refuses a mistake.

## TSO commands
Refused with RSD381I, return code 12: {}.

The commands that run, and the operands that are accepted and remarked on:

{}
## RACF commands
### Operands
Accepted, as RACF accepts them, and remarked on:

{}
AT and ONLYAT direct a command to another system; here it runs where it is typed.

### RACDCERT
[Every function and operand](racdcert.md). Stored only: {}. Refused: {}.

### Segments
Kept and listed, used by nothing: {}. Secret fields are not kept at all.

### The rest
{}
## Jobs
### Operands
The job is refused (RSD331I), since it would do something else without them:

{}
Accepted without effect:

{}
### The rest
{}
Programs: {}.

Commands and keywords of IDCAMS that are refused (RSD351I): {}.

## Procedures and workflows
A shell script that holds one of these words is refused before anything runs: {}.

A step of a z/OSMF workflow with one of these elements is refused: {}.
)",
      listed(commands_not_emulated()), tso_operands(), racf_operands(), racdcert_operands(OperandStatus::stored_only),
      racdcert_operands(OperandStatus::refused), listed(segments), told(), jcl_operands(Use::not_emulated),
      jcl_operands(Use::without_effect), told_of_jobs(), program_names(), listed(ams_not_emulated()),
      in_code(parser::shell_words_not_emulated()), in_code(parser::workflow_elements_not_emulated()));
}

TEST(OperandsPage, IsWhatTheTablesSay) {
  test_support::expect_golden("../../docs/not-emulated.md", page());
}

TEST(OperandsPage, HasARowForEveryRacfCommandAndOnlyOperandsThatParseKnows) {
  for (const parser::CommandSpec& command : parser::command_specs()) {
    if (!racf::is_racf_command(command.name) || command.name == "RACDCERT") continue;
    for (const parser::KeywordSpec& keyword : command.keywords)
      EXPECT_NO_THROW(racf::has_effect(command.name, keyword.name));
  }
  for (const racf::CommandOperands& row : racf::command_operands()) {
    const parser::CommandSpec* command = parser::find_command(row.command);
    ASSERT_NE(command, nullptr) << row.command;
    for (const std::string& operand : base::split(row.used, ' ')) {
      const auto named = [&](const parser::KeywordSpec& keyword) { return keyword.name == operand; };
      EXPECT_TRUE(std::any_of(command->keywords.begin(), command->keywords.end(), named) ||
                  std::any_of(command->positionals.begin(), command->positionals.end(), named))
          << row.command << " " << operand;
    }
  }
}

TEST(OperandsPage, RefusesTheCommandsThatItNames) {
  test_support::RacfLab lab;
  for (const std::string& name : commands_not_emulated()) {
    const auto result = lab.run(name);
    EXPECT_EQ(result.return_code, 12) << name;
    EXPECT_THAT(result.shown(), ElementsAre("RSD381I COMMAND " + name + " IS NOT EMULATED")) << name;
  }
}

TEST(OperandsPage, NamesWhatTheProgramSaysWhenACommandMeetsIt) {
  for (const Told& row : told_by_commands) {
    test_support::RacfLab lab;
    host::CommandResult result;
    for (const std::string& command : base::lines(row.commands)) result = lab.run(command);
    std::vector<std::string> said = result.diagnostics;
    for (const std::string& line : result.shown()) said.push_back(line);
    EXPECT_THAT(said, Contains(HasSubstr(row.words))) << row.what;
  }
}

class OperandsPageOfJobs : public test_support::JobTest {};

TEST_F(OperandsPageOfJobs, NamesWhatTheProgramSaysWhenAJobMeetsIt) {
  for (const Told& row : told_by_jobs) {
    const JobResult job = run_steps(row.commands);
    std::string said = spool(job) + base::join(job.diagnostics, "\n");
    for (const StepResult& step : job.steps) said += base::join(step.diagnostics, "\n");
    EXPECT_THAT(said, HasSubstr(row.words)) << row.what;
  }
}

}  // namespace
}  // namespace ringside::jes
