// emulator/jes/job_result.cpp - the status of a job or step as text.
#include "emulator/jes/job_result.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ringside::jes {

std::string StepResult::status() const {
  switch (outcome) {
    case StepOutcome::executed:
      return fmt::format("CC {:04}", condition_code);
    case StepOutcome::bypassed:
      return "BYPASSED";
    case StepOutcome::flushed:
      return "FLUSHED";
    case StepOutcome::abended:
      return "ABEND " + abend;
    case StepOutcome::jcl_error:
      return "JCL ERROR";
    case StepOutcome::fault:
      return "FAULT";
  }
  return {};
}

int JobResult::condition_code() const {
  int highest = 0;
  for (const StepResult& step : steps)
    if (step.outcome == StepOutcome::executed) highest = std::max(highest, step.condition_code);
  return highest;
}

std::string JobResult::status_text() const {
  switch (status) {
    case JobStatus::completed:
      return fmt::format("CC {:04}", condition_code());
    case JobStatus::scanned:
      return "SCANNED";
    case JobStatus::held:
      return "HELD";
    case JobStatus::jcl_error:
      return "JCL ERROR";
    case JobStatus::security_error:
      return "SEC ERROR";
    case JobStatus::abended:
      return "ABEND " + abend;
    case JobStatus::fault:
      return "FAULT";
  }
  return {};
}

}  // namespace ringside::jes
