// twin/load/resources.hpp - loads profiles of data sets and general resources with their access lists.
#pragma once

#include "twin/load/loading.hpp"

namespace ringside::twin {

/// A record of the types 0400, 0402, 0403, 0404, 0500, 0503, 0505 and 0507. Records of classes that hold certificates,
/// rings and mappings wait until load_certificates() and load_filters().
void load_data_set(Loading& loading, const Record& record);
void load_data_set_condition(Loading& loading, const Record& record);
void load_data_set_volume(Loading& loading, const Record& record);
void load_data_set_access(Loading& loading, const Record& record);
void load_resource(Loading& loading, const Record& record);
void load_resource_member(Loading& loading, const Record& record);
void load_resource_access(Loading& loading, const Record& record);
void load_resource_condition(Loading& loading, const Record& record);

/// The base record of a profile, as far as all resources have it: class, name, owner, UACC, level, warning, data,
/// auditing, day.
database::Resource resource_of(const Loading& loading, const Record& record);

/// The kind under which the base records of a class wait: "0500 DIGTCERT".
std::string waiting_kind(const std::string& profile_class);

}  // namespace ringside::twin
