// server/services/server_state.hpp - what a server keeps in memory between requests; it ends with the process.
#pragma once

#include <map>
#include <string>

namespace ringside::services {

/// One for all systems that a server serves. Used by one thread at a time.
struct ServerState {
  std::map<std::string, unsigned> ports{};  ///< of each system that is served
};

}  // namespace ringside::services
