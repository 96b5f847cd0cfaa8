// emulator/jes/programs/program.hpp - the programs that EXEC PGM= can start, their input and their result.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/jes/allocation.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/racf/context.hpp"

namespace ringside::jes {

/// The input of a program.
struct ProgramInput {
  racf::Session& session;
  Allocation& allocation;
  std::string program;  ///< the name in PGM=
  std::string parm;

  /// The records of a DD and its concatenation as text; none if it is missing or DUMMY.
  [[nodiscard]] std::vector<parser::Record> records(const std::string& dd) const;
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

struct Program {
  std::string_view name;
  void (*run)(const ProgramInput& input, ProgramOutput& output);
};

/// The program of this name; nullptr if it is not emulated.
const Program* find_program(std::string_view name);

/// "BPXBATCH, IDCAMS ...", for a remark about a program that is not emulated.
std::string program_names();

// The programs, each in a file of its own.
void run_bpxbatch(const ProgramInput& input, ProgramOutput& output);
void run_iebgener(const ProgramInput& input, ProgramOutput& output);
void run_idcams(const ProgramInput& input, ProgramOutput& output);

}  // namespace ringside::jes
