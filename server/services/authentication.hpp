// server/services/authentication.hpp - which user a request comes from.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/secret.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "emulator/racf/session.hpp"
#include "server/http/message.hpp"
#include "server/services/tokens.hpp"

namespace ringside::services {

inline constexpr const char* application = "IZUDFLT";  ///< of z/OSMF, in class APPL

/// The value of a cookie; nullopt if the request does not have it.
std::optional<std::string> cookie(const http::Request& request, const std::string& name);

/// The token that a request presents: LtpaToken2, jwtToken, or that of "Authorization: Bearer".
std::optional<std::string> token_of(const http::Request& request);

/// What a request presents, in the order in which it counts: a password, a token, a client certificate.
struct Credentials {
  std::string user{};  ///< of the password, in upper case
  std::optional<base::Secret> password{};
  std::optional<std::string> token{};
  bool malformed = false;  ///< an Authorization header that cannot be read
  bool has_certificate = false;
  [[nodiscard]] bool none() const { return !password && !token && !malformed && !has_certificate; }
};
Credentials credentials_of(const http::Request& request);

struct Logon {
  std::string user{};    ///< empty: refused
  std::string reason{};  ///< why it was refused, for the log; holds no secret
};

/// Checks credentials against the users of a system. Remembers passwords that were right, as a keyed hash, so that only
/// the first request with one is slow.
class Authentication {
 public:
  explicit Authentication(Tokens& tokens);

  /// The kept hash that password() needs; for the thread that is inside of the lab.
  static std::optional<database::PasswordHash> kept_hash(racf::Session& server, const Credentials& credentials);
  /// Whether the password is right. Slow for a new one; called by a thread that is not inside of the lab.
  bool is_right(const std::optional<database::PasswordHash>& kept, const Credentials& credentials);
  /// The user of the request. `server` is a session of the server's own user. `password_is_right` is what is_right()
  /// said. For the thread that is inside of the lab.
  Logon log_on(racf::Session& server, const http::Request& request, const Credentials& credentials,
               bool password_is_right);

 private:
  Tokens& tokens_;
  base::Bytes key_;
  std::mutex mutex_;
  std::map<base::Bytes, base::Bytes> right_;  ///< hash that is kept, and the keyed hash of its password
};

}  // namespace ringside::services
