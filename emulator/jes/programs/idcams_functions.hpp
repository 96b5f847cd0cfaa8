// emulator/jes/programs/idcams_functions.hpp - functional commands of IDCAMS: DELETE, LISTCAT and REPRO.
//
// A lab holds cataloged sequential data sets and libraries only. Each entry therefore has type NONVSAM, and there is
// one catalog.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/jes/message.hpp"
#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

/// The condition code of a function that was not performed.
inline constexpr int not_performed = 12;

/// The state of one IDCAMS step.
struct AmsRun {
  const ProgramInput& input;
  ProgramOutput& output;
  std::vector<std::string> lines{};  ///< of SYSPRINT
  int last = 0;                      ///< LASTCC
  int highest = 0;                   ///< MAXCC

  void say(MessageId id, const std::vector<std::string>& inserts = {}) { lines.push_back(message(id, inserts)); }
  void remark(std::string text) { output.step.diagnostics.push_back(std::move(text)); }
};

/// One operand of a command: a keyword with its subfield, or a positional value (name empty).
struct AmsOperand {
  std::string keyword;
  std::vector<std::string> values;
};

/// The parsed operands of a functional command.
struct AmsCommand {
  std::string verb;
  std::vector<AmsOperand> operands;
  [[nodiscard]] const AmsOperand* find(std::string_view keyword) const;
};

/// Prints that the function was not performed, because the command cannot be run. Returns not_performed.
int bypassed(AmsRun& run);

// Each works on the data sets of the step's system and returns the code for LASTCC.
int ams_delete(AmsRun& run, const AmsCommand& command);
int ams_listcat(AmsRun& run, const AmsCommand& command);
int ams_repro(AmsRun& run, const AmsCommand& command);

}  // namespace ringside::jes
