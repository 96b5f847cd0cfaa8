// server/services/tso/address_spaces.hpp - the TSO address spaces that a server keeps between requests.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <string>
#include <vector>

namespace ringside::services {

/// One address space. A session on the lab is made for each command; this is what outlasts it.
struct AddressSpace {
  std::string key;  ///< the servlet key: IBMUSER-1-aaaaaaaa
  std::string system;
  std::string user;
  std::string prefix;                          ///< of PROFILE PREFIX
  std::map<std::string, std::string> files{};  ///< of ALLOCATE
  std::vector<std::string> unread{};           ///< lines that no request has fetched; READY ends them
  bool is_shared = false;                      ///< for the user's stateful commands without a key
};

/// The address spaces of all users. They end with the process.
class AddressSpaces {
 public:
  /// Starts one. A user has at most 10: the one that was not used for longest ends.
  AddressSpace& start(const std::string& system, const std::string& user);
  /// The address space of this key, if it is the user's own; else nullptr.
  AddressSpace* find(const std::string& system, const std::string& user, const std::string& key);
  /// The one for the user's stateful commands; started if there is none.
  AddressSpace& shared(const std::string& system, const std::string& user);
  /// Returns false if the user has no such address space.
  bool stop(const std::string& system, const std::string& user, const std::string& key);

 private:
  std::list<AddressSpace> spaces_;  ///< the last used first
  std::uint64_t started_ = 0;
};

}  // namespace ringside::services
