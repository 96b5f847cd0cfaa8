// twin/commands/transition.hpp - a system on its way to another one: each command is run on a copy of it before it is
// shown.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "emulator/racf/session.hpp"
#include "twin/commands/plan.hpp"

namespace ringside::twin {

/// The two systems of a plan. The first one is in a copy of its lab, on which the commands run as they are planned, so
/// that what a command changes besides (the access of the creator, the owner of a connection) is seen by those after
/// it.
class Transition {
 public:
  /// `trial` is a copy of the lab with the system `from`. Both labs must outlive this.
  Transition(lab::Lab& trial, const database::SystemRecord& from, lab::Lab& target, const database::SystemRecord& to,
             PlanRequest request);

  /// The database of the system on its way, and the one that it must become.
  [[nodiscard]] database::SecurityDatabase& now() { return session_.database; }
  [[nodiscard]] database::SecurityDatabase& wanted() { return target_session_.database; }
  [[nodiscard]] racf::Session& session() { return session_; }
  [[nodiscard]] racf::Session& target_session() { return target_session_; }
  [[nodiscard]] lab::Lab& target() { return target_; }
  [[nodiscard]] const database::SystemRecord& target_system() const { return to_; }
  [[nodiscard]] const std::string& issuer() const { return request_.issuer; }
  [[nodiscard]] const std::optional<base::Secret>& password() const { return request_.password; }

  /// Runs a command. Adds it to the plan; or, if it is refused, adds a remark with the refusal. Returns whether it was
  /// taken.
  bool run(const std::string& command);
  /// Runs the commands. Those that are refused are run again after the others, as long as one more is taken.
  void run_in_some_order(std::vector<std::string> commands);
  /// Adds what no command does.
  void remark(std::string text);
  void count_key_left() { ++plan_.keys_left; }

  /// Puts the content of a certificate into a data set of a new name, for ADD, and returns the name.
  std::string add_file(std::string content, bool holds_key);

  /// The name of a data set that the system does not have: USER.RINGSIDE.WORD1.
  std::string free_data_set(const std::string& word);

  /// Whether a user or group of this name is defined now.
  [[nodiscard]] bool is_defined(const std::string& name);

  CommandPlan take() { return std::move(plan_); }

 private:
  /// Runs a command. Returns the refusal; empty if it was taken.
  std::string refusal_of(const std::string& command);
  void add_refused(const std::string& command, const std::string& refusal);

  lab::Lab& target_;
  database::SystemRecord to_;
  racf::Session session_;
  racf::Session target_session_;
  PlanRequest request_;
  CommandPlan plan_;
  std::map<std::string, std::size_t> data_sets_;  ///< the number of the last one of each word
};

}  // namespace ringside::twin
