// server/services/files/ams.hpp - access method services over REST.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// PUT /zosmf/restfiles/ams {"input": ["DELETE -", "A.B"]}: runs IDCAMS as the caller. 200 with its condition code and
/// its lines, also where it has failed.
http::Response run_access_method_services(Call& call);

}  // namespace ringside::services
