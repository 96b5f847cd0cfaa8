// server/services/authenticate.hpp - the services that log on and off.
#pragma once

#include "server/services/authentication.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

inline constexpr const char* authenticate_path = "/zosmf/services/authenticate";

/// POST: gives the caller an LtpaToken2 and a jwtToken as cookies.
http::Response log_on(Call& call);
/// The answer to a caller whose credentials are not right.
http::Response log_on_refused();
/// DELETE: ends the tokens of the request. 204.
http::Response log_off(Call& call);
/// PUT {"userID", "oldPwd", "newPwd"}: sets another password. It needs no other credentials.
http::Response change_password(Call& call);
bool is_password_change(const http::Request& request);
/// The user and the old password in the body of a change.
Credentials credentials_of_change(const http::Request& request);

/// A cookie for the caller.
void set_cookie(http::Response& response, const std::string& name, const std::string& value);

}  // namespace ringside::services
