// emulator/racf/datalib/named_ring.hpp - the ring that the parameters of a call name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/limits.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::racf::datalib {

/// The most characters of a user ID and of a ring name.
inline constexpr std::size_t user_characters = 8, ring_characters = base::limits::ring_name_characters;

/// Returns the ring of an owner (user ID of 1 to 8 characters, *AUTH* or *SITE*) and a name (1 to 237 characters, no
/// blank; "*" for the virtual ring). Fails with 8/8/28 for other texts. The ring need not exist.
Answer<RingName> named_ring(const std::string& owner, const std::string& ring);

/// Returns the owner of a certificate, a user ID of 1 to 8 characters in any case, *AUTH*, *SITE*, irrcerta or
/// irrsitec, as the database names it; nullopt for other texts. The user need not exist.
std::optional<std::string> certificate_owner(const std::string& text);

}  // namespace ringside::racf::datalib
