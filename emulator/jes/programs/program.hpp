// emulator/jes/programs/program.hpp - the input and the results of a program that a step runs.
#pragma once

#include <string>
#include <vector>

#include "emulator/jes/allocation.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::jes {

/// The input of a program.
struct ProgramInput {
  racf::Session& session;
  Allocation& allocation;
  std::string program;  ///< the name in PGM=
  std::string parm;

  /// The records of a DD and its concatenation as text; none if it is missing or DUMMY.
  [[nodiscard]] std::vector<parser::Record> records(const std::string& dd) const { return allocation.input(dd); }
};

/// The output of a program to one DD.
struct Print {
  std::string dd;
  std::vector<std::string> lines;
};

/// Where a program puts its results.
struct ProgramOutput {
  StepResult& step;                ///< gets the condition code, commands and diagnostics
  std::vector<Print> prints{};     ///< in the order of the spool
  std::vector<std::string> log{};  ///< lines for the job log
};

}  // namespace ringside::jes
