// emulator/hosttools/network/listen.hpp - ringside-listen: says where a server of the lab listens, and what it serves.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"

namespace ringside::network {

/// "PORT --ring OWNER/RING", "PORT --key-store FILE", "PORT --cert FILE", or "--stop PORT". Returns the exit status; a
/// server that could not come up is not entered.
int listen(const std::vector<std::string>& arguments, host::Process& process);

}  // namespace ringside::network
