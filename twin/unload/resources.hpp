// twin/unload/resources.hpp - general resources as records of an unload.
#pragma once

#include <string>
#include <vector>

#include "emulator/database/resources.hpp"
#include "twin/unload/output.hpp"

namespace ringside::twin {

/// Record 0500 of a profile. A profile whose day of creation is not kept has no day.
RecordLine resource_base(Output& output, const database::Resource& profile);

/// The classes of which the database has profiles as resources: without data sets, and without the copies of SETROPTS
/// RACLIST.
std::vector<std::string> resource_classes(database::SecurityDatabase& database);

/// Records 0500, 0503, 0505, 0507 and those of segments of all profiles of a class.
void write_resources(Output& output, const std::string& profile_class);

}  // namespace ringside::twin
