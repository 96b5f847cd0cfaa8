// server/services/console/console.hpp - the console services.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// PUT of a console, {"cmd": ..., "async": "Y", "sol-key": ..., "system": ...}: runs an operator command. The name of
/// the console has no effect.
http::Response issue_console_command(Call& call);
/// GET of solmsgs and a key: what no request has fetched of the answer.
http::Response collect_console_messages(Call& call);

}  // namespace ringside::services
