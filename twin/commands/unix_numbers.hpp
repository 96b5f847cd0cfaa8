// twin/commands/unix_numbers.hpp - which UID or GID of a profile another profile has as well.
#pragma once

#include <string>
#include <vector>

#include "twin/commands/segment_text.hpp"
#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// The UID or GID among the segments of a user or group, if a profile of `profile_class` has it now: then the command
/// needs SHARED. Empty otherwise.
std::vector<std::string> shared_number(Transition& transition, const std::string& profile_class,
                                       const SegmentMap& segments);

}  // namespace ringside::twin
