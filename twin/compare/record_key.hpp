// twin/compare/record_key.hpp - what a record of an unload is about, and which of its fields are compared.
#pragma once

#include <string>

#include "twin/records/record.hpp"

namespace ringside::twin {

/// The fields that tell records of a type from each other: the profile, and in repeat groups the member, the class or
/// the ID on an access list. Text in which records sort by type and profile; the whole line for a type that is not
/// known.
std::string record_key(const Record& record);

/// The same fields for people: "SRV SYS1".
std::string record_name(const Record& record);

/// Whether the field is no part of the key and no statistic: counters, dates of creation, of passwords and of last use
/// differ between two unloads of one system.
bool is_compared(const Layout& layout, const Field& field);

}  // namespace ringside::twin
