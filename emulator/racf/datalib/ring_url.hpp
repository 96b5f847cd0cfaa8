// emulator/racf/datalib/ring_url.hpp - safkeyring://USER/RING: how Java and OpenSSL name a SAF key ring.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::racf {

struct RingUrl {
  std::string scheme;   ///< lower case
  std::size_t slashes;  ///< after the scheme; two are correct, up to four are accepted
  RingName ring;        ///< of the current user if the URL names no user
};

/// Reads scheme://USER/RING with two to four slashes, and scheme:///RING of `user`. Returns nullopt for other forms.
std::optional<RingUrl> parse_ring_url(const std::string& url, const std::string& user);

}  // namespace ringside::racf
