// server/page/page.hpp - the page of a server as a response of HTTP.
#pragma once

#include "server/http/message.hpp"
#include "server/page/page_content.hpp"

namespace ringside::page {

/// 200 with the page, or 304 if the request names its etag. The headers forbid what the page does not need: content
/// from elsewhere, other scripts than its own, frames, keeping it.
http::Response page_response(const http::Request& request, const Page& page);

/// 503 with what the ring of a system lacks, for the port of a system that cannot show its certificate. Nobody is
/// logged on there.
http::Response trouble_response(const ServedSystem& served);

}  // namespace ringside::page
