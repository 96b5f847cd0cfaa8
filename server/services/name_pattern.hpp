// server/services/name_pattern.hpp - names with wildcards, as the queries of services have them.
#pragma once

#include <string_view>

namespace ringside::services {

/// Whether the name matches: '*' stands for any number of characters, '%' for one.
bool matches_name(std::string_view pattern, std::string_view name);

/// Whether the name of a data set matches a level as z/OSMF lists it: '*' stands for characters of one qualifier, '**'
/// for any characters, also periods, '%' for one character. A pattern without wildcards matches the data set itself and
/// those below it (z/OSMF Programming Guide, "List the z/OS data sets on a system").
bool matches_level(std::string_view level, std::string_view name);

}  // namespace ringside::services
