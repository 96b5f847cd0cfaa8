// twin/commands/unix_numbers.cpp - which UID or GID of a profile another profile has as well.
#include "twin/commands/unix_numbers.hpp"

#include <algorithm>

namespace ringside::twin {

std::vector<std::string> shared_number(Transition& transition, const std::string& profile_class,
                                       const SegmentMap& segments) {
  const std::string field = profile_class == "USER" ? "UID" : "GID";
  const auto omvs = segments.find("OMVS");
  if (omvs == segments.end() || !omvs->second.contains(field)) return {};
  const std::string& number = omvs->second.at(field);
  const auto taken = transition.now().segments.values(profile_class, "OMVS", field);
  if (std::find(taken.begin(), taken.end(), number) == taken.end()) return {};
  return {number};
}

}  // namespace ringside::twin
