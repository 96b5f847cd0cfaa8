// harness/play/scenario_lab.hpp - the lab of a scenario while it is played.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/time.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/session.hpp"
#include "harness/play/secrets.hpp"
#include "harness/play/working_folder.hpp"
#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// A lab with the scenario's systems, clock and seed, and the state of its users' shells. The lab is in memory, or in a
/// temporary file if a step reopens it.
class ScenarioLab {
 public:
  /// What a user's shell keeps from one command to the next.
  struct Shell {
    std::string directory = "/";
    std::map<std::string, std::string> variables = {{"HOME", "/"}};
    std::string file_user{};  ///< the user's name as the owner of files
  };

  /// `scenario` must outlive this.
  ScenarioLab(const Scenario& scenario, lab::Rules rules);

  lab::Lab& lab() { return *lab_; }
  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  /// The passwords that its commands have used.
  Secrets& secrets() { return secrets_; }
  /// Closes the lab and opens it again. The shells are lost.
  void reopen();

  // Each throws base::Fault if the scenario does not have the system.
  [[nodiscard]] database::SystemRecord system(const std::string& name);
  racf::Session session(const std::string& system, const std::string& user);
  [[nodiscard]] host::LabFiles files(const std::string& system, const std::string& user);
  /// The rings of earlier trust checks, by full name, each with the place of the last check.
  std::map<std::string, parser::Position>& checked_rings() { return checked_rings_; }
  /// The shell of a user as the last command left it. A new one starts in the user's home directory.
  Shell& shell_of(const database::SystemRecord& record, const std::string& user);

 private:
  void open();

  const Scenario& scenario_;
  base::FixedClock clock_;
  lab::Rules rules_;
  std::optional<WorkingFolder> folder_;
  std::optional<lab::Lab> lab_;  // is destroyed before the folder that holds its file
  std::map<std::pair<std::string, std::string>, Shell> shells_;
  std::map<std::string, parser::Position> checked_rings_;
  Secrets secrets_;
};

}  // namespace ringside::harness
