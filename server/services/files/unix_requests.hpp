// server/services/files/unix_requests.hpp - PUT of a UNIX file with a JSON body: chmod, chown, move, copy, chtag.
#pragma once

#include <string>

#include "server/services/service.hpp"

namespace ringside::services {

/// {"request": "chmod", "mode": ...}, {"request": "chown", "owner": ..., "group": ...}, {"request": "move" or "copy",
/// "from": ...} and {"request": "chtag", "action": "list", "set" or "remove"}. Files of a lab have no tags: a list says
/// so, and the other actions have no effect. `links` and `recursive` are not known.
http::Response run_unix_request(Call& call, const std::string& path);

}  // namespace ringside::services
