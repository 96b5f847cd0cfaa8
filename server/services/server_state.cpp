// server/services/server_state.cpp - what a server keeps in memory between requests.
#include "server/services/server_state.hpp"

namespace ringside::services {

std::optional<unsigned> ServerState::port_of(const std::string& system) const {
  if (const auto own = ports.find(system); own != ports.end()) return own->second;
  return port_elsewhere ? port_elsewhere(system) : std::nullopt;
}

}  // namespace ringside::services
