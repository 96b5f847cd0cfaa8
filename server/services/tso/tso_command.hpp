// server/services/tso/tso_command.hpp - runs a TSO command in an address space.
#pragma once

#include <string>
#include <vector>

#include "server/services/service.hpp"
#include "server/services/tso/address_spaces.hpp"

namespace ringside::services {

struct TsoAnswer {
  std::vector<std::string> lines;  ///< as the terminal shows them, without READY
  int return_code = 0;
  bool logged_off = false;  ///< the command was LOGOFF or END
};

/// Runs one command as the user of the address space, and then the jobs that it has submitted. What PROFILE and
/// ALLOCATE set stays in the address space.
TsoAnswer run_tso_command(Call& call, AddressSpace& space, const std::string& text);

/// "11:15:57 ON MAY 17, 2013": the lab's time, as TSO writes it at LOGON and LOGOFF.
std::string tso_time(const lab::Lab& lab);

}  // namespace ringside::services
