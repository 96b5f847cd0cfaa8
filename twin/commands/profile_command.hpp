// twin/commands/profile_command.hpp - how the commands on resource profiles and on data set profiles name them.
#pragma once

#include <string>

#include "emulator/database/resources.hpp"

namespace ringside::twin {

/// The class of data set profiles, which have commands of their own.
inline constexpr const char* data_set_profiles = "DATASET";

/// "FACILITY A.B" or "'A.B'": class and name as the commands take them.
std::string profile_operands(const database::Resource& profile);

/// "profile A.B of class FACILITY", for remarks.
std::string profile_phrase(const database::Resource& profile);

/// GENERIC, for a generic data set profile whose name does not show it; else empty.
std::string generic_operand(const database::Resource& profile);

}  // namespace ringside::twin
