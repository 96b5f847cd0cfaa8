// emulator/hosttools/agent/check.hpp - checks at the start of an agent that its files fit together.
//
// HCL's page on these files describes their contents but no messages of the agent: the messages are Ringside's own.
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
  std::string id;  ///< of Ringside's own
  std::string text;
  friend bool operator==(const Message&, const Message&) = default;
};

struct Check {
  std::vector<Message> messages;       ///< after an error (E) the agent does not start, after a warning (W) it does
  std::optional<crypto::Party> party;  ///< for handshakes; nullopt after an error
  [[nodiscard]] bool passed() const { return party.has_value(); }
};

/// Reads the files of the settings: ita_prvS.pem, ita_pubS.pem, ita_certS.pem and ita_ca_certS.pem in folder
/// key_repository_dir (S is key_db_name), the password file and the random file. All must belong to `user`.
Check check_agent(const host::Files& files, const Settings& settings, const std::string& user, base::Instant now);

}  // namespace ringside::agent
