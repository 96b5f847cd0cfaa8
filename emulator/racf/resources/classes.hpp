// emulator/racf/resources/classes.hpp - the classes that commands on general resources accept, and their options.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Returns whether the class is supplied by IBM or defined by a profile of class CDT.
bool is_class(Context& context, const std::string& name);

/// Refuses classes that are not known, as PARSE does, and classes whose profiles other commands manage. `prompt` is the
/// name of the operand in the message of PARSE.
Result<void> check_class(Context& context, const std::string& name, const std::string& prompt,
                         const std::string& command);

/// Returns whether names with %, * or & are generic in this class: SETROPTS GENERIC or GENCMD.
bool takes_generics(Context& context, const std::string& profile_class);

/// Returns whether SETROPTS has set the option (CLASSACT, RACLIST ...) for the class.
bool has_option(Context& context, const std::string& profile_class, const std::string& option);

}  // namespace ringside::racf
