// emulator/racf/users/unknown_user.hpp - a user ID that nobody has: who may have been meant.
#pragma once

#include <string>

#include "emulator/racf/context.hpp"

namespace ringside::racf {

/// Remarks that `id` is not defined and which user's ID is nearest to it, if one is near. RACF says neither.
void remark_unknown_user(Context& context, const std::string& id);

}  // namespace ringside::racf
