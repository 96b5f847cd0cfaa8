// server/services/info.hpp - the service that says which z/OSMF this is.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// GET /zosmf/info.
http::Response info(Call& call);

}  // namespace ringside::services
