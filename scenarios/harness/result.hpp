// scenarios/harness/result.hpp - what playing a scenario showed: plain data for texts and JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "emulator/base/time.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/racf/context.hpp"
#include "parser/diagnostic.hpp"
#include "scenarios/harness/trust.hpp"

namespace ringside::harness {

/// An expectation that did not hold.
struct Failure {
  std::string what;  ///< "return code of RACDCERT ADDRING(...)"
  std::string expected;
  std::string came;
  parser::Position where;
};

/// One step as it went. Of the four kinds of contents those are filled that its action has.
struct StepReport {
  std::size_t number = 0;  ///< from 1
  std::string title;
  std::string system;
  parser::Position where;
  base::Instant at{};  ///< the lab's clock after the step
  std::vector<jes::JobResult> jobs;
  std::vector<racf::CommandResult> commands;
  std::optional<TrustReport> trust;
  std::vector<std::string> notes;  ///< "JUPITER.B64 copied from PRIMARY to SYSX, 21 records"
  std::vector<Failure> failures;
};

struct ScenarioReport {
  std::string file;
  std::string name;
  std::string about;
  std::vector<parser::Diagnostic> mistakes;  ///< in the file; then nothing was played
  std::vector<StepReport> steps;

  [[nodiscard]] std::size_t failures() const;
  [[nodiscard]] bool passed() const { return mistakes.empty() && failures() == 0; }
};

}  // namespace ringside::harness
