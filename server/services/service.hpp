// server/services/service.hpp - what a service gets, and its place in the table of routes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/own_message.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/lab/lab.hpp"
#include "server/http/message.hpp"
#include "server/services/server_state.hpp"

namespace ringside::services {

/// A call of a service on one system of a lab. One thread at a time is inside of the lab.
struct Call {
  lab::Lab& lab;
  const database::SystemRecord& system;
  ServerState& state;
  const http::Request& request;
  std::string user{};              ///< user ID of the caller; empty where the route needs none and no credentials came
  std::string base_url{};          ///< "https://localhost:10443", as the client wrote it
  bool password_is_right = false;  ///< the one that the request presents
  std::vector<std::string> parts{};  ///< of the path, one for each star of the route's pattern
};

using Service = http::Response (*)(Call&);

/// A method and a pattern of paths. "*" is one part of the path, "**" at the end is the rest with its '/' (which may be
/// empty): "/zosmf/restjobs/jobs/*/*/files".
struct Route {
  std::string_view method;
  std::string_view pattern;
  Service service;
};

/// A response with a JSON body, without blanks between its parts, as z/OSMF writes it.
http::Response json_response(unsigned status, const base::Json& body);
/// A response with a text body in UTF-8.
http::Response text_response(unsigned status, std::string body);
/// An error in the form of z/OSMF's framework: {"errorID": "IZUG846W", "errorMsg": "IZUG846W: ..."}.
http::Response framework_error(unsigned status, const std::string& id, const std::string& text);
/// The same with a message of Ringside's own; the status is the return code of its row.
http::Response own_error(base::OwnMessage message, const std::vector<std::string>& inserts);

}  // namespace ringside::services
