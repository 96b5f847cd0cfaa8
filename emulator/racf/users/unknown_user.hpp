// emulator/racf/users/unknown_user.hpp - a user ID that is not defined: the remark that suggests a defined one.
#pragma once

#include <string>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Remarks that `id` is not defined, and suggests the most similar user ID. Adds nothing if none is similar. Not part
/// of the output of RACF.
void remark_unknown_user(Context& context, const std::string& id);

}  // namespace ringside::racf
