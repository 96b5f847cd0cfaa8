// twin/commands/segment_text.hpp - operands that lead from the segments of a profile to others, by the tables of the
// commands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/database/users.hpp"

namespace ringside::twin {

using SegmentMap = std::map<std::string, database::Segments::Fields>;

struct SegmentText {
  std::vector<std::string> operands;  ///< "TSO(PROC(LOGON) NOUNIT)", "NOKERB"
  std::vector<std::string> left_out;  ///< "OMVS FIELD": no operand of the command sets or removes it
};

/// The operands of `command` (ALTUSER, RALTER ...) that make the segments `now` the segments `wanted`. A UID or GID
/// among `shared` gets SHARED. Throws base::Fault if there is no such command.
SegmentText segment_text(std::string_view command, const SegmentMap& now, const SegmentMap& wanted,
                         const std::vector<std::string>& shared = {});

}  // namespace ringside::twin
