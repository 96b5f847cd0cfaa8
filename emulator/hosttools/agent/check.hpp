// emulator/hosttools/agent/check.hpp - whether an agent's files fit together, as it finds out when it starts.
//
// The page that tells how to make them names their contents, not what the agent says of wrong ones: the messages are
// Ringside's own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/host/files.hpp"
#include "emulator/hosttools/agent/properties.hpp"

namespace ringside::agent {

struct Message {
  std::string id;  ///< "RSD401E"
  std::string text;
  friend bool operator==(const Message&, const Message&) = default;
};

struct Check {
  std::vector<Message> messages;       ///< errors (E) keep the agent from starting, warnings (W) do not
  std::optional<crypto::Party> party;  ///< how it shakes hands; nothing if there is an error
  [[nodiscard]] bool passed() const { return party.has_value(); }
};

/// Reads what the settings name: D/ita_prvS.pem, ita_pubS.pem, ita_certS.pem and ita_ca_certS.pem, the stash and the
/// random file. All must belong to `user`.
Check check_agent(const host::Files& files, const Settings& settings, const std::string& user, base::Instant now);

}  // namespace ringside::agent
