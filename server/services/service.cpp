// server/services/service.cpp - responses as services give them.
#include "server/services/service.hpp"

#include <utility>

namespace ringside::services {

http::Response json_response(unsigned status, const base::Json& body) {
  return {status, {{"Content-Type", "application/json; charset=UTF-8"}}, body.compact()};
}

http::Response text_response(unsigned status, std::string body) {
  return {status, {{"Content-Type", "text/plain; charset=UTF-8"}}, std::move(body)};
}

http::Response framework_error(unsigned status, const std::string& id, const std::string& text) {
  return json_response(status, {{"errorID", id}, {"errorMsg", id + ": " + text}});
}

http::Response own_error(base::OwnMessage message, const std::vector<std::string>& inserts) {
  const auto& row = base::own_messages().row(message);
  return framework_error(static_cast<unsigned>(row.return_code), std::string(row.number),
                         base::own_messages().text(message, inserts));
}

}  // namespace ringside::services
