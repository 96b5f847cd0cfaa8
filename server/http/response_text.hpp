// server/http/response_text.hpp - a response as it is sent.
#pragma once

#include <string>

#include "server/http/message.hpp"

namespace ringside::http {

/// The response with its framing: Content-Length, unless the status has no body, and Connection. Control characters in
/// headers are left out. `for_head`: the body is not sent.
std::string response_text(const Response& response, bool keeps_alive, bool for_head);

}  // namespace ringside::http
