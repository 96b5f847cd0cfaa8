// emulator/database/listeners.hpp - the ports of a lab on which servers listen, and their keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// A server. It reads the files or the ring named here at each connection, so changes take effect at once.
struct Listener {
  std::string system;
  unsigned port = 0;
  std::string kind;      ///< "agent", "ring", "store", "pem"
  std::string identity;  ///< the agent's folder, OWNER/RING, the key store or the certificate's file
  std::string key;       ///< ring: the label, empty for the default certificate; pem: the key's file
  std::string trust;     ///< store: the trust store; pem: the file of CAs
  std::string password;  ///< of the stores or of the key; in clear, like a lab's keys
  bool mutual = false;   ///< a client certificate is required
};

class Listeners {
 public:
  explicit Listeners(Store& store) : store_(store) {}
  [[nodiscard]] std::optional<Listener> find(const std::string& system, unsigned port) const;
  [[nodiscard]] std::vector<Listener> of(const std::string& system) const;  ///< by port
  /// Returns false if the port is taken.
  bool add(const Listener& listener);
  /// Returns false if no server listened there.
  bool remove(const std::string& system, unsigned port);

 private:
  Store& store_;
};

}  // namespace ringside::database
