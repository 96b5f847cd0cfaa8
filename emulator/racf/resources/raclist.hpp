// emulator/racf/resources/raclist.hpp - the copies of profiles that SETROPTS RACLIST keeps in storage.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Returns the class name under which the copy of a class is stored. Commands cannot specify it.
std::string in_storage_class(const std::string& profile_class);

/// Returns the remark that what is `about` looks different in the copies of `classes` ("DIGTCERT DIGTRING") until they
/// are refreshed. With --lenient, Ringside goes by the present profiles all the same.
std::string stale_remark(const Context& context, const std::string& classes, const std::string& about);

/// Makes a new copy of a class, in place of the old one.
void load_in_storage(Context& context, const std::string& profile_class);
/// Deletes the copy of a class.
void drop_in_storage(Context& context, const std::string& profile_class);

/// Returns the mappings in the copy of DIGTNMAP. The current mappings are not stored as resources.
std::vector<database::NameFilter> mappings_in_storage(Context& context);

}  // namespace ringside::racf
