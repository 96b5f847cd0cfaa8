// emulator/hosttools/agent/agent.hpp - starts and stops an agent of HCL Workload Automation.
#pragma once

#include <optional>
#include <string>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/agent/check.hpp"

namespace ringside::agent {

/// ShutDownLwa and StartUpLwa in the agent's TWS folder. The owner of ita.ini and superusers may run them. They return
/// the exit status. A start saves a copy of ita.ini, so that later changes take effect at the next start.
int shut_down(host::Process& process, const std::string& folder);
int start_up(host::Process& process, const std::string& folder);

/// Checks the running agent of a TWS folder with its saved ita.ini and its present files. Returns nullopt if the agent
/// does not run.
std::optional<Check> running_agent(const host::Files& files, const std::string& folder, base::Instant now);

}  // namespace ringside::agent
