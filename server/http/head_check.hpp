// server/http/head_check.hpp - whether the head of a request means the same to every server.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ringside::http {

/// Why the head of a request, from its request line to its blank line, is refused; nullopt if it is not. Refuses what
/// servers read in different ways (RFC 9112, sections 2.2, 3, 5 and 6): a line that does not end with CR LF, control
/// characters, a folded line, a blank before a colon, two Host or Content-Length headers, Content-Length beside
/// Transfer-Encoding, and a Transfer-Encoding other than "chunked".
std::optional<std::string> head_fault(std::string_view head);

}  // namespace ringside::http
