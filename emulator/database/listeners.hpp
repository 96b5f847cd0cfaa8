// emulator/database/listeners.hpp - where the servers of a lab listen, and what they serve.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::database {

/// A server reads what it names anew at each connection, so it is as its files and rings are then.
struct Listener {
  std::string system;
  unsigned port = 0;
  std::string kind;      ///< "agent", "ring", "store", "pem"
  std::string identity;  ///< the agent's folder, OWNER/RING, the key store, the certificate's file
  std::string key;       ///< ring: the label, if not the default's; pem: the key's file
  std::string trust;     ///< store: the trust store; pem: the file of CAs
  std::string password;  ///< of the stores, of the key: in clear, as a lab's keys are
  bool mutual = false;   ///< it insists on a client certificate
};

class Listeners {
 public:
  explicit Listeners(Store& store) : store_(store) {}
  [[nodiscard]] std::optional<Listener> find(const std::string& system, unsigned port) const;
  [[nodiscard]] std::vector<Listener> of(const std::string& system) const;  ///< by port
  /// False if the port is taken.
  bool add(const Listener& listener);
  /// False if nobody listened there.
  bool remove(const std::string& system, unsigned port);

 private:
  Store& store_;
};

}  // namespace ringside::database
