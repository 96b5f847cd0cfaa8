// emulator/racf/datalib/ring_info.cpp - what GetRingInfo tells of rings.
#include "emulator/racf/datalib/ring_info.hpp"

#include <algorithm>
#include <tuple>

namespace ringside::racf::datalib {
namespace {

// The octets of a ring in the area: two names and a number, and two names for each member. A name has its length before
// it.
std::size_t octets_of(const RingInfo& info) {
  std::size_t octets = 1 + info.ring.owner.size() + 1 + info.ring.name.size() + ring_count_octets;
  for (const RingInfo::Member& member : info.members) octets += 1 + member.owner.size() + 1 + member.label.size();
  return octets;
}

bool follows(const RingName& ring, const RingName& from) {
  return std::tie(from.owner, from.name) < std::tie(ring.owner, ring.name);
}

bool is_found(const RingName& ring, const RingName& from, RingSearch search) {
  switch (search) {
    case RingSearch::named:
      return ring == from;
    case RingSearch::after:
      return follows(ring, from);
    case RingSearch::of_owner_after:
      return ring.owner == from.owner && follows(ring, from);
    case RingSearch::of_name_after:
      return ring.name == from.name && follows(ring, from);
  }
  return false;
}

}  // namespace

std::vector<RingName> find_rings(const SeenRings& rings, const RingName& from, RingSearch search) {
  std::vector<RingName> found;
  if (search == RingSearch::named) {
    for (const std::string& name : rings.rings_of(from.owner))
      if (from.name.empty() || name == from.name) found.push_back({from.owner, name});
    return found;
  }
  for (RingName& ring : rings.all())
    if (is_found(ring, from, search)) found.push_back(std::move(ring));
  std::sort(found.begin(), found.end(), [](const RingName& one, const RingName& other) { return follows(other, one); });
  return found;
}

RingInfos fitting(std::vector<RingInfo> infos, std::optional<std::size_t> area) {
  if (!area) return {std::move(infos)};
  std::size_t used = ring_count_octets;
  const auto end = std::find_if(infos.begin(), infos.end(), [&](const RingInfo& info) {
    used += octets_of(info);
    return used > *area;
  });
  const Codes codes = end == infos.end() ? success : ring_info::truncated;
  infos.erase(end, infos.end());
  return {std::move(infos), codes};
}

}  // namespace ringside::racf::datalib
