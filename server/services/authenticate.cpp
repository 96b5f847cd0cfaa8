// server/services/authenticate.cpp - the services that log on and off.
#include "server/services/authenticate.hpp"

#include <array>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "emulator/racf/session.hpp"
#include "emulator/racf/users/kept_password.hpp"
#include "server/services/authentication.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

http::Response codes(unsigned status, int return_code, int reason_code, const char* message) {
  return json_response(status, {{"returnCode", return_code}, {"reasonCode", reason_code}, {"message", message}});
}

constexpr std::array cookies = {"LtpaToken2", "jwtToken"};

}  // namespace

void set_cookie(http::Response& response, const std::string& name, const std::string& value) {
  response.headers.add("Set-Cookie", name + "=" + value + "; Path=/; Secure; HttpOnly");
}

http::Response log_on(Call& call) {
  http::Response response = codes(200, 0, 0, "Success.");
  set_cookie(response, "LtpaToken2", call.state.tokens.ltpa_token(call.user));
  set_cookie(response, "jwtToken", call.state.tokens.json_web_token(call.user));
  return response;
}

http::Response log_on_refused() {
  return codes(401, 8, 1, "The user ID or the password, the token or the client certificate is not valid.");
}

http::Response log_off(Call& call) {
  for (const char* name : cookies)
    if (const auto value = cookie(call.request, name)) call.state.tokens.end(*value);
  return {204, {}, ""};
}

bool is_password_change(const http::Request& request) {
  return request.method == "PUT" && request.path == authenticate_path;
}

Credentials credentials_of_change(const http::Request& request) {
  const auto body = json_object(request.body);
  Credentials credentials;
  if (!body) return credentials;
  credentials.user = base::upper(text_of(*body, "userID"));
  credentials.password = base::Secret(text_of(*body, "oldPwd"));
  return credentials;
}

http::Response change_password(Call& call) {
  const auto body = json_object(call.request.body);
  const std::string user = body ? base::upper(text_of(*body, "userID")) : "";
  const base::Secret new_password(body ? text_of(*body, "newPwd") : "");
  if (user.empty() || new_password.empty()) return codes(400, 8, 2, "userID, oldPwd and newPwd must be given.");
  racf::Session session(call.lab, call.system, user);
  if (!call.password_is_right || racf::password_refusal(session, user) ||
      racf::log_on_refusal(session, user, application))
    return log_on_refused();
  racf::keep_password(session, user, new_password);
  return codes(200, 0, 0, "Success.");
}

}  // namespace ringside::services
