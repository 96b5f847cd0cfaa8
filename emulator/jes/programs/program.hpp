// emulator/jes/programs/program.hpp - the programs that EXEC PGM= can start: what each is given and gives back.
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

/// What a program sees of its step.
struct ProgramInput {
  racf::Session& session;
  Allocation& allocation;
  std::string program;  ///< the name that it was started by
  std::string parm;

  /// The records behind a DD as text, through its concatenation; none if it is missing or DUMMY.
  [[nodiscard]] std::vector<parser::Record> records(const std::string& dd) const;
};

/// What a program printed to one DD.
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

/// The program of this name; nullptr if Ringside has none.
const Program* find_program(std::string_view name);

/// "BPXBATCH, IDCAMS ...", for a person whose program is missing.
std::string program_names();

// The programs, each in a file of its own.
void run_bpxbatch(const ProgramInput& input, ProgramOutput& output);
void run_iebgener(const ProgramInput& input, ProgramOutput& output);
void run_idcams(const ProgramInput& input, ProgramOutput& output);

}  // namespace ringside::jes
