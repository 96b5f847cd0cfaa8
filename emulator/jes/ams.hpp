// emulator/jes/ams.hpp - access method services outside of a job.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/session.hpp"

namespace ringside::jes {

/// What IDCAMS answered: its condition code, and the lines of SYSPRINT.
struct AmsAnswer {
  int return_code = 0;
  std::vector<std::string> lines{};
};

/// Runs IDCAMS with these records as SYSIN, as the user of the session. No job is kept.
AmsAnswer run_ams(racf::Session& session, const std::vector<std::string>& records);

}  // namespace ringside::jes
