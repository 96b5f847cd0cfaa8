// emulator/hosttools/agent/agent.hpp - an agent of HCL Workload Automation: it starts, it stops, it shakes hands.
#pragma once

#include <optional>
#include <string>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/agent/check.hpp"

namespace ringside::agent {

/// ShutDownLwa and StartUpLwa in the agent's TWS folder. The agent belongs to the owner of its ita.ini; he or a
/// superuser runs them. Return exit statuses. A start keeps the ita.ini that it read: what is changed later waits for
/// the next one.
int shut_down(host::Process& process, const std::string& folder);
int start_up(host::Process& process, const std::string& folder);

/// The agent of a TWS folder as it runs now, with its files as they are now; nothing if it does not run.
std::optional<Check> running_agent(const host::Files& files, const std::string& folder, base::Instant now);

}  // namespace ringside::agent
