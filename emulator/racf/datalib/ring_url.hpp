// emulator/racf/datalib/ring_url.hpp - safkeyring://USER/RING: how Java and OpenSSL name a SAF key ring.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::racf {

/// The URL of a ring as it is written. User and ring may be empty, and of any length.
struct WrittenRingUrl {
  std::string scheme;   ///< lower case
  std::size_t slashes;  ///< after the scheme, 1 to 4; two are correct
  std::string user;     ///< the current user if the URL names none
  std::string ring;
};

/// Reads scheme://USER/RING with one to four slashes, and scheme:///RING of `user` with one, three or four;
/// scheme://USER has an empty ring. Returns nullopt for other forms.
std::optional<WrittenRingUrl> written_ring_url(const std::string& url, const std::string& user);

struct RingUrl {
  std::string scheme;   ///< lower case
  std::size_t slashes;  ///< after the scheme, 1 to 4; two are correct
  RingName ring;        ///< of the current user if the URL names no user
};

/// The same with the name of the ring. Returns nullopt also if user or ring is empty.
std::optional<RingUrl> parse_ring_url(const std::string& url, const std::string& user);

}  // namespace ringside::racf
