// server/services/server_state.hpp - what a server keeps in memory between requests; it ends with the process.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "emulator/racf/datalib/ring_name.hpp"
#include "server/services/console/console_responses.hpp"
#include "server/services/tokens.hpp"
#include "server/services/tso/address_spaces.hpp"

namespace ringside::services {

/// One for all systems that a server serves. Used by one thread at a time.
struct ServerState {
  bool checks_csrf = true;                        ///< whether requests need the header X-CSRF-ZOSMF-HEADER
  std::string lab_file{};                         ///< as it was named to the command; for the commands of repairs
  std::map<std::string, unsigned> ports{};        ///< of each system that this process serves
  std::map<std::string, racf::RingName> rings{};  ///< of their servers
  /// The port of a system that another process serves.
  std::function<std::optional<unsigned>(const std::string& system)> port_elsewhere{};
  Tokens tokens{};
  /// By user and system: the tokens that other systems gave to users who logged on to them through the gateway.
  std::map<std::pair<std::string, std::string>, std::string> gateway_tokens{};

  AddressSpaces address_spaces{};  ///< of TSO
  ConsoleResponses console_responses{};

  /// The port on which a system is reached; nullopt if no process serves it.
  [[nodiscard]] std::optional<unsigned> port_of(const std::string& system) const;
};

}  // namespace ringside::services
