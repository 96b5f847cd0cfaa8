// emulator/hosttools/keytool/ring/ring_url.hpp - safkeyring://USER/RING: how Java names a SAF key ring.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::keytool {

struct RingUrl {
  std::string scheme;   ///< lower case
  std::size_t slashes;  ///< behind the scheme; two are right, up to four are taken
  racf::RingName ring;  ///< of the current user where the URL names none
};

/// Reads scheme://USER/RING with two to four slashes, and scheme:///RING of `user`. Nothing for other forms.
std::optional<RingUrl> parse_ring_url(const std::string& url, const std::string& user);

}  // namespace ringside::keytool
