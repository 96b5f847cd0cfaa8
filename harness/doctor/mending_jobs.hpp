// harness/doctor/mending_jobs.hpp - a diagnosis as jobs that can be submitted, one for each system and stage.
#pragma once

#include <string>
#include <vector>

#include "harness/doctor/doctor.hpp"

namespace ringside::harness {

/// A job, or what must be done between jobs.
struct MendingStep {
  RemedyLine::Kind kind = RemedyLine::Kind::tso;  ///< tso: a job
  std::string system;                             ///< where to do it; the source of a transfer
  std::string text;                               ///< the JCL, the data set's name, or the sentence
  std::string to{};                               ///< the target of a transfer
};

struct MendingJobs {
  std::vector<MendingStep> steps;     ///< in the order in which to do them
  std::vector<std::string> left_out;  ///< a sentence for each link that the jobs do not repair
};

/// The commands of a diagnosis as jobs with an IKJEFT01 step. Commands of a system that need nothing from elsewhere in
/// between are one job. A plan that was not tried to its end, and plans of which one must be chosen, are left out.
MendingJobs mending_jobs(lab::Lab& lab, const Diagnosis& diagnosis);

}  // namespace ringside::harness
