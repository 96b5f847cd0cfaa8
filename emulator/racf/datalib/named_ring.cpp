// emulator/racf/datalib/named_ring.cpp - the ring that the parameters of a call name.
#include "emulator/racf/datalib/named_ring.hpp"

#include <fmt/format.h>

namespace ringside::racf::datalib {

Answer<RingName> named_ring(const std::string& owner, const std::string& ring) {
  const auto name = ring_name(owner + "/" + ring);
  if (!name || name->owner.size() > user_characters || ring.size() > ring_characters ||
      owner.find('/') != std::string::npos || ring.find(' ') != std::string::npos)
    return fail(bad_ring_or_user, fmt::format("'{}' and '{}' are no user ID and ring name", owner, ring));
  return *name;
}

std::optional<std::string> certificate_owner(const std::string& text) {
  const auto named = named_ring(text, virtual_ring);
  return named ? std::optional(named->owner) : std::nullopt;
}

}  // namespace ringside::racf::datalib
