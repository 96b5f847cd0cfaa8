// emulator/racf/resources/classes.hpp - the classes that commands on general resources accept, and their options.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Returns the classes that the site has defined: profiles of class CDT with a CDTINFO segment. A class can be used
/// after SETROPTS CLASSACT(CDT) RACLIST(CDT), or a REFRESH of it (Security Administrator's Guide, "Administering the
/// dynamic class descriptor table").
std::vector<std::string> site_classes(Context& context);

/// Returns whether the class is supplied by IBM or one of the site's.
bool is_class(Context& context, const std::string& name);

/// Returns whether SETROPTS may set the option for the class. The CDTINFO segment of a class of the site decides about
/// RACLIST and GENLIST, which it does not allow by default, and GENERIC.
bool class_allows(Context& context, const std::string& profile_class, const std::string& option);

/// Refuses classes that are not known, as PARSE does, and classes whose profiles other commands manage. `prompt` is the
/// name of the operand in the message of PARSE.
Result<void> check_class(Context& context, const std::string& name, const std::string& prompt,
                         const std::string& command);
/// The same for a command that only lists profiles: it works on certificates, rings and mappings too.
Result<void> check_listed_class(Context& context, const std::string& name, const std::string& prompt,
                                const std::string& command);

/// Returns whether names with %, * or & are generic in this class: SETROPTS GENERIC or GENCMD.
bool takes_generics(Context& context, const std::string& profile_class);

/// Returns whether SETROPTS has set the option (CLASSACT, RACLIST ...) for the class.
bool has_option(Context& context, const std::string& profile_class, const std::string& option);

}  // namespace ringside::racf
