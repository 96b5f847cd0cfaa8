// server/services/workflows/workflow_instance.hpp - a workflow as it stands: its definition, its values, its progress.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parser/scripts/workflow.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// What a step has come to.
struct StepProgress {
  std::string state{};        ///< Complete, Failed, Skipped, Not Ready
  std::string return_code{};  ///< "0000"; empty if the step was not performed
  std::string job{};          ///< JOB00001, of a step that submits one
};

/// The last request to perform steps. Moments are milliseconds since 1970.
struct AutomationStatus {
  std::string user;
  std::int64_t started = 0;
  std::int64_t stopped = 0;
  std::string step{};  ///< where it stopped; empty if it came to the end
  std::string message_id{};
  std::string message_text{};
};

struct WorkflowInstance {
  std::string key;
  std::string name;
  std::string owner;
  std::string access = "Public";
  bool assigned = true;  ///< its steps are assigned to the owner
  bool deletes_jobs = false;
  bool canceled = false;
  std::string definition{};                        ///< the XML document
  std::map<std::string, std::string> templates{};  ///< the files that it names, by path
  std::map<std::string, std::string> given{};      ///< values of variables that came with the request
  std::map<std::string, std::string> values{};     ///< values that steps have set
  std::map<std::string, StepProgress> steps{};     ///< by name
  std::optional<AutomationStatus> automation{};

  /// The definition, with the given values.
  [[nodiscard]] parser::Workflow read() const;
};

/// The workflow of this key on the call's system.
std::optional<WorkflowInstance> find_workflow(const Call& call, const std::string& key);
/// All workflows of the call's system, by name.
std::vector<WorkflowInstance> workflows_of(const Call& call);
/// Stores the workflow in the lab.
void put_workflow(const Call& call, const WorkflowInstance& instance);

}  // namespace ringside::services
