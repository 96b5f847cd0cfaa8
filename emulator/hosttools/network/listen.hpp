// emulator/hosttools/network/listen.hpp - ringside-listen: adds a server to the lab.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"

namespace ringside::network {

/// Adds the listener of "PORT --ring OWNER/RING", "PORT --key-store FILE" or "PORT --cert FILE", or removes the one of
/// "--stop PORT". Returns the exit status. A server whose key and certificates do not fit is not added.
int listen(const std::vector<std::string>& arguments, host::Process& process);

}  // namespace ringside::network
