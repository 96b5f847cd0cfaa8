// emulator/racf/resources/raclist.hpp - the copies of profiles that SETROPTS RACLIST keeps in storage.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/context.hpp"

namespace ringside::racf {

/// The name under which the copy of a class stands among the resources; no command can name it.
std::string in_storage_class(const std::string& profile_class);

/// Makes the copy of a class anew, or drops it.
void load_in_storage(Context& context, const std::string& profile_class);
void drop_in_storage(Context& context, const std::string& profile_class);

/// The mappings of the copy of DIGTNMAP, which RACDCERT keeps apart from other resources.
std::vector<database::NameFilter> mappings_in_storage(Context& context);

}  // namespace ringside::racf
