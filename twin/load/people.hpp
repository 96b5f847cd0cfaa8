// twin/load/people.hpp - loads groups, users and the connections between them.
#pragma once

#include "twin/load/loading.hpp"

namespace ringside::twin {

/// A record of the types 0100, 0102, 0200, 0202, 0203 and 0205. Groups and users may come in either order.
void load_group(Loading& loading, const Record& record);
void load_group_member(Loading& loading, const Record& record);
void load_user(Loading& loading, const Record& record);
void load_class_authority(Loading& loading, const Record& record);
void load_connection(Loading& loading, const Record& record);

/// After the last record: removes connections of a user or group that is not there, ends cycles of superior groups, and
/// adds the users and the group that every RACF has, if they are missing.
void complete_people(Loading& loading);

}  // namespace ringside::twin
