// emulator/racf/datalib/ring_info.hpp - what GetRingInfo tells of rings: which ones are found, and how many fit into
// the caller's area.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/datalib/seen_rings.hpp"

namespace ringside::racf::datalib {

/// Which rings GetRingInfo returns, from a ring that need not exist (Callable Services, "R_datalib", search type).
enum class RingSearch {
  named = 0,           ///< the ring itself; all of the owner without a name
  after = 1,           ///< all rings that follow it, by owner and name
  of_owner_after = 2,  ///< those of the same owner
  of_name_after = 3,   ///< those of the same name
};

/// The members of a ring.
struct RingInfo {
  RingName ring;
  struct Member {
    std::string owner;
    std::string label;
  };
  std::vector<Member> members;
};

/// The rings that get_ring_info() found; `codes` is ring_info::truncated if the area has no room for all of them.
struct RingInfos {
  std::vector<RingInfo> rings;
  Codes codes = success;
};

/// Returns the rings that a search finds. An empty name with RingSearch::named means all rings of the owner, in the
/// order of creation; those that follow are by owner and name.
std::vector<RingName> find_rings(const SeenRings& rings, const RingName& from, RingSearch search);

/// Returns the first of the rings that fit into an area of `area` octets.
RingInfos fitting(std::vector<RingInfo> infos, std::optional<std::size_t> area);

/// The octets that the number of rings takes, which every area has room for.
inline constexpr std::size_t ring_count_octets = 4;

}  // namespace ringside::racf::datalib
