// server/services/tso/tso.hpp - TSO commands over REST: one call for a command, and address spaces that take several.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// PUT /zosmf/tsoApp/v1/tso {"tsoCmd": ..., "cmdState": "stateless" or "stateful"}: runs one command.
http::Response issue_tso_command(Call& call);

/// POST /zosmf/tsoApp/tso?acct=&proc=...: starts an address space. The values have no effect.
http::Response start_address_space(Call& call);
/// PUT of a key, {"TSO RESPONSE": {"VERSION": "0100", "DATA": ...}}: runs a command. With readReply=false its lines
/// wait for a GET.
http::Response send_to_address_space(Call& call);
/// GET of a key: the lines that no request has fetched.
http::Response receive_from_address_space(Call& call);
/// PUT of ping and a key.
http::Response ping_address_space(Call& call);
/// DELETE of a key: ends the address space.
http::Response stop_address_space(Call& call);

}  // namespace ringside::services
