// emulator/jes/programs/step_files.hpp - the DD statements of a step as files of its session.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

/// While this object lives, REXX execs of the session find the data sets, in-stream data and SYSOUT of the step by DD
/// name. SYSTSIN and SYSTSPRT are those of the program itself.
class StepFiles {
 public:
  explicit StepFiles(const ProgramInput& input);
  StepFiles(const StepFiles&) = delete;
  StepFiles& operator=(const StepFiles&) = delete;
  ~StepFiles() { session_.step_files.clear(); }

  /// Adds what was written to SYSOUT.
  void give_spool(ProgramOutput& output);

 private:
  racf::Session& session_;
  std::map<std::string, std::vector<std::string>> spool_;  // by DD name
};

/// A return code as the condition code of a step, which has 12 bits (TSO/E REXX Reference, IRXJCL, "Return codes").
int condition_code(int return_code);

}  // namespace ringside::jes
