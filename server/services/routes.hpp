// server/services/routes.hpp - the table of all services, and the service of a request.
#pragma once

#include <optional>
#include <span>

#include "server/services/service.hpp"

namespace ringside::services {

std::span<const Route> routes();

/// The parts of `path` that the stars of `pattern` stand for; nullopt if the path does not match.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path);

/// Answers a call by the first route that matches: 404 if no pattern does, 405 if none has the method. Sets the parts
/// of the call. A defect is answered with 500.
http::Response answer(Call& call);

}  // namespace ringside::services
