// harness/scenario/scenario.hpp - a scenario as read from its file: systems, steps, and what the steps must show.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/hosttools/openssl/run.hpp"
#include "emulator/jes/libraries.hpp"
#include "emulator/lab/lab.hpp"
#include "harness/steps/state_expectation.hpp"
#include "parser/lexical/diagnostic.hpp"

namespace ringside::harness {

class ScenarioLab;
struct Step;
struct StepReport;

/// What a step does. Each kind of step in harness/steps/ derives its own.
class Action {
 public:
  Action() = default;
  virtual ~Action() = default;
  Action(const Action&) = delete;
  Action& operator=(const Action&) = delete;

  /// The title of a step that the scenario gives none.
  [[nodiscard]] virtual std::string title(ScenarioLab& lab) const = 0;
  /// Does it, checks what the scenario expects of it, and adds results, notes and failures to the report.
  virtual void play(ScenarioLab& lab, const Step& step, StepReport& report) const = 0;
};

/// One step of a scenario: an action on a system, and the state after it.
struct Step {
  std::string title;  ///< empty: the action's
  std::string system;
  std::string user;
  std::string host_user = "root";        ///< on systems other than z/OS, where case matters
  std::shared_ptr<const Action> action;  ///< nullptr: the step only looks at the state
  StateExpectation state;
  std::optional<parser::Position> must_fail;  ///< set if a step that copies must copy nothing
  parser::Position where;
};

/// A scenario as its file describes it.
struct Scenario {
  std::string file;
  std::string name;
  std::string about;
  base::Instant date{};
  std::string seed;
  std::optional<lab::RacfLevel> level;  ///< the release that is played; overrides the run's option
  std::optional<bool> lenient;          ///< overrides the run's option
  bool refuse_aes_pkcs12 = false;       ///< even if the run does not
  bool ring_blank_lines = false;        ///< even if the run does not
  bool fail_on_remarks = false;         ///< remarks on what a real system does otherwise are failures
  bool bare = false;                    ///< the systems are not prepared
  std::vector<database::SystemRecord> systems;
  std::map<std::string, std::vector<std::string>> host_names;  ///< by system, where the scenario gives some
  jes::Libraries libraries;                                    ///< procedures and INCLUDE groups of its jobs
  std::map<std::string, openssl::Personality>
      openssl;  ///< releases of OpenSSL by system, where the scenario names them
  std::vector<std::string> tags;
  std::string importance;
  std::optional<std::chrono::seconds> timeout;  ///< time limit
  std::string skip;                             ///< why it is left out; empty if it is not
  std::vector<Step> steps;
};

}  // namespace ringside::harness
