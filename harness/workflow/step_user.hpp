// harness/workflow/step_user.hpp - the z/OS user who performs the steps of a workflow.
#pragma once

#include <string>

#include "emulator/jes/submit.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::harness {

/// A user on a z/OS system of a lab. The user is defined there.
struct StepUser {
  lab::Lab& lab;
  database::SystemRecord system;
  std::string user;              ///< user ID
  jes::Submission submission{};  ///< how the jobs of the steps come to JES

  [[nodiscard]] racf::Session session() const { return {lab, system, user}; }
};

}  // namespace ringside::harness
