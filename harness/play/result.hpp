// harness/play/result.hpp - the results of playing a scenario, as plain data for reports.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/racf/session.hpp"
#include "harness/play/failure.hpp"
#include "harness/scenario/scenario.hpp"
#include "harness/trust/trust.hpp"
#include "harness/trust/trust_timeline.hpp"
#include "parser/lexical/diagnostic.hpp"

namespace ringside::harness {

/// The results of one step. Those that the kind of step does not have are empty.
struct StepReport {
  std::size_t number = 0;  ///< from 1
  std::string title;
  std::string system;
  parser::Position where;
  base::Instant at{};  ///< the lab's clock after the step
  std::vector<jes::JobResult> jobs;
  std::vector<host::CommandResult> commands;
  std::optional<TrustReport> trust;
  std::optional<TrustTimeline> timeline;  ///< of a trust check with 'until'; then `trust` is its start
  std::vector<std::string> notes;         ///< "JUPITER.B64 copied from PRIMARY to SYSX, 21 records"
  std::vector<Failure> failures;
};

enum class Outcome {
  passed,
  failed,
  mistaken,  ///< the file has mistakes; nothing was played
  skipped,   ///< the file asks for it
  hung,      ///< the time limit was exceeded
  broken,    ///< a fault of Ringside
};

/// "passed", "failed", ...
std::string_view to_string(Outcome outcome);

/// Why a scenario did not play to its end, and the step that was playing.
struct Interruption {
  Outcome outcome = Outcome::hung;  ///< hung or broken
  std::string why;
  std::size_t step = 0;
  std::string title;
  parser::Position where{};
};

struct ScenarioReport {
  std::string file;
  std::string name;
  std::string about;
  std::vector<parser::Diagnostic> mistakes;  ///< in the file; if there are any, nothing was played
  std::vector<StepReport> steps;
  std::vector<std::string> tags{};
  std::string importance{};
  base::Instant began{};  ///< the lab's clock before the first step
  std::string skip{};     ///< why it is left out; empty if it is not
  std::optional<Interruption> interruption{};

  [[nodiscard]] std::size_t failures() const;
  [[nodiscard]] Outcome outcome() const;
  [[nodiscard]] bool passed() const { return outcome() == Outcome::passed; }
};

/// The report of a scenario before anything is played.
ScenarioReport report_of(const Scenario& scenario);

}  // namespace ringside::harness
