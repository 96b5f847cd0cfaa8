// server/services/service.cpp - responses as services give them.
#include "server/services/service.hpp"

#include <utility>

namespace ringside::services {

namespace {

/// The JSON without blanks and line ends between its parts, as z/OSMF writes it.
std::string compact(const std::string& json) {
  std::string text;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (in_string && c == '\\') {
      text += json.substr(at++, 2);
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (in_string || (c != ' ' && c != '\n')) text += c;
  }
  return text;
}

}  // namespace

http::Response json_response(unsigned status, const base::Json& body) {
  return {status, {{"Content-Type", "application/json; charset=UTF-8"}}, compact(body.text())};
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
