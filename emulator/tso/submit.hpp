// emulator/tso/submit.hpp - SUBMIT: passes jobs to JES, which runs them after the command.
#pragma once

#include <string>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// The number of the next job of the session's system, as JES writes it: JOB00001.
std::string next_job_id(racf::Session& session);

/// SUBMIT: reads data sets and members, and adds their jobs to `session.submitted`.
void submit_jobs(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
