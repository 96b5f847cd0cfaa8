// server/services/topology.hpp - the services that list systems, sysplexes and groups: z/OSMF's Systems task.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// GET /zosmf/resttopology/systems, with /sysplexName/*, /groupName/* or /cpcName/* behind it.
http::Response list_systems(Call& call);
/// GET /zosmf/resttopology/sysplexes.
http::Response list_sysplexes(Call& call);
/// GET /zosmf/resttopology/groups.
http::Response list_groups(Call& call);

}  // namespace ringside::services
