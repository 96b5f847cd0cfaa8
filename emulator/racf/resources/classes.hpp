// emulator/racf/resources/classes.hpp - which classes commands on general resources take, and their options.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/context.hpp"

namespace ringside::racf {

/// A supplied class, or one that a profile of class CDT defines.
bool is_class(Context& context, const std::string& name);

/// Refuses unknown classes as PARSE does, and those of which other commands keep the profiles. `prompt` is PARSE's
/// word.
Result<void> check_class(Context& context, const std::string& name, const std::string& prompt,
                         const std::string& command);

/// Whether names with %, * or & are generic in this class: SETROPTS GENERIC or GENCMD.
bool takes_generics(Context& context, const std::string& profile_class);

bool has_option(Context& context, const std::string& profile_class, const std::string& option);

}  // namespace ringside::racf
