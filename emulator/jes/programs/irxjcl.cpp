// emulator/jes/programs/irxjcl.cpp - finds the exec of PARM and runs it in the environment MVS.
#include "emulator/jes/programs/irxjcl.hpp"

#include <deque>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/jes/programs/step_files.hpp"
#include "emulator/tso/exec/exec_command.hpp"
#include "emulator/tso/in_batch.hpp"

namespace ringside::jes {
namespace {

constexpr int bad_parameter = 20'021;  // TSO/E REXX Reference, IRXJCL, "Return codes"
constexpr int not_processed = 20;

/// PULL reads SYSTSIN; there is no TSO that would read it as commands.
class SystsinLines final : public host::Terminal {
 public:
  SystsinLines(const std::vector<parser::Record>& records, std::vector<std::string>& printed) : printed_(printed) {
    for (const parser::Record& record : records) lines_.push_back(base::trim_right(record.text));
  }

  std::optional<std::string> read_line(const std::vector<std::string>& shown) override {
    printed_.insert(printed_.end(), shown.begin(), shown.end());
    if (lines_.empty()) return std::nullopt;
    std::string line = std::move(lines_.front());
    lines_.pop_front();
    return line;
  }

 private:
  std::vector<std::string>& printed_;
  std::deque<std::string> lines_;
};

int run(const ProgramInput& input, ProgramOutput& output, std::vector<std::string>& printed) {
  const std::string parm = base::trim(input.parm);
  const std::string name = parm.substr(0, parm.find(' '));
  constexpr std::size_t longest_name = 8;
  if (name.empty() || name.size() > longest_name) {
    output.step.diagnostics.emplace_back("IRXJCL: PARM must begin with the name of an exec, 1 to 8 characters");
    return bad_parameter;
  }
  const auto found = tso::find_exec(input.session, name);
  if (!found || !*found) {
    output.step.diagnostics.push_back(found ? "IRXJCL: " + found->error()
                                            : fmt::format("IRXJCL: no library of SYSEXEC has the exec {}", name));
    return not_processed;
  }
  SystsinLines lines(input.records("SYSTSIN"), printed);
  const tso::InBatch in_batch(input.session, lines);
  host::CommandResult result;
  result.command = parm;
  tso::run_exec(input.session, **found, base::trim(parm.substr(name.size())), "MVS", result);
  for (std::string& line : result.shown()) printed.push_back(std::move(line));
  output.log.insert(output.log.end(), result.console.begin(), result.console.end());
  const int code = result.return_code;
  output.step.commands.push_back(std::move(result));
  return code;
}

}  // namespace

void run_irxjcl(const ProgramInput& input, ProgramOutput& output) {
  Print print{"SYSTSPRT", {}};
  StepFiles files(input);
  output.step.condition_code = condition_code(run(input, output, print.lines));
  output.prints.push_back(std::move(print));
  files.give_spool(output);
}

}  // namespace ringside::jes
