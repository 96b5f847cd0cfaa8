// server/services/authentication.cpp - which user a request comes from.
#include "server/services/authentication.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/password_hash.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/racf/users/certificate_user.hpp"
#include "emulator/racf/users/kept_password.hpp"

namespace ringside::services {
namespace {

constexpr std::size_t key_octets = 32;
constexpr std::size_t most_remembered = 1'000;

/// The rest of "Scheme rest", if the header has this scheme, in any case.
std::optional<std::string> with_scheme(const std::string& header, std::string_view scheme) {
  if (header.size() <= scheme.size() || header[scheme.size()] != ' ') return std::nullopt;
  if (base::lower(header.substr(0, scheme.size())) != base::lower(scheme)) return std::nullopt;
  return base::trim(header.substr(scheme.size()));
}

void read_basic(const std::string& encoded, Credentials& credentials) {
  const auto octets = crypto::decode_base64(encoded);
  const std::string text = octets ? base::to_text(*octets) : "";
  const std::size_t colon = text.find(':');
  credentials.malformed = colon == std::string::npos || colon == 0;
  if (credentials.malformed) return;
  credentials.user = base::upper(text.substr(0, colon));
  credentials.password = base::Secret(text.substr(colon + 1));
}

Logon refused(std::string reason) {
  return {"", std::move(reason)};
}

Logon allowed(racf::Session& server, const std::string& user) {
  if (const auto why_not = racf::log_on_refusal(server, user, application))
    return refused(fmt::format("user {} {}", base::printable(user), *why_not));
  return {user};
}

Logon by_password(racf::Session& server, const std::string& user) {
  if (const auto why_not = racf::password_refusal(server, user))
    return refused(fmt::format("user {} {}", base::printable(user), *why_not));
  if (racf::has_expired_password(server, user))
    return refused(fmt::format("the password of user {} has expired", base::printable(user)));
  return allowed(server, user);
}

Logon by_certificate(racf::Session& server, const http::Request& request) {
  const auto certificate = crypto::Certificate::from_der(request.client_certificate);
  if (!certificate) return refused("the client certificate cannot be read");
  const auto found = racf::user_of(server, *certificate, {{"APPLID", application}});
  if (found.user.empty()) return refused("client certificate: " + base::printable(found.explanation));
  return allowed(server, found.user);
}

}  // namespace

std::optional<std::string> cookie(const http::Request& request, const std::string& name) {
  for (const auto& [header, value] : request.headers.rows()) {
    if (base::lower(header) != "cookie") continue;
    for (const std::string& pair : base::split(value, ';')) {
      const std::string trimmed = base::trim(pair);
      if (trimmed.starts_with(name + "=")) return trimmed.substr(name.size() + 1);
    }
  }
  return std::nullopt;
}

std::optional<std::string> token_of(const http::Request& request) {
  for (const char* name : {"LtpaToken2", "jwtToken"})
    if (auto value = cookie(request, name)) return value;
  const auto header = request.headers.find("Authorization");
  return header ? with_scheme(*header, "Bearer") : std::nullopt;
}

Credentials credentials_of(const http::Request& request) {
  Credentials credentials;
  const auto header = request.headers.find("Authorization");
  if (const auto basic = header ? with_scheme(*header, "Basic") : std::nullopt) {
    read_basic(*basic, credentials);
    return credentials;
  }
  credentials.token = token_of(request);
  credentials.malformed = header && !credentials.token;
  credentials.has_certificate = !request.client_certificate.empty();
  return credentials;
}

Authentication::Authentication(Tokens& tokens)
    : tokens_(tokens), key_(crypto::random_octets(crypto::SystemRandomness(), "passwords", key_octets)) {}

std::optional<database::PasswordHash> Authentication::kept_hash(racf::Session& server, const Credentials& credentials) {
  return credentials.password ? server.database.passwords.find(credentials.user) : std::nullopt;
}

bool Authentication::is_right(const std::optional<database::PasswordHash>& kept, const Credentials& credentials) {
  if (!kept || !credentials.password) return false;
  const auto keyed = crypto::hmac_sha256(key_, base::to_bytes(credentials.password->reveal()));
  const base::Bytes fast(keyed.begin(), keyed.end());
  {
    const std::lock_guard lock(mutex_);
    const auto known = right_.find(kept->hash);
    if (known != right_.end() && crypto::equal_in_constant_time(known->second, fast)) return true;
  }
  if (!racf::is_password(*kept, *credentials.password)) return false;
  const std::lock_guard lock(mutex_);
  if (right_.size() >= most_remembered) right_.clear();
  right_[kept->hash] = fast;
  return true;
}

Logon Authentication::log_on(racf::Session& server, const http::Request& request, const Credentials& credentials,
                             bool password_is_right) {
  if (credentials.malformed) return refused("the Authorization header cannot be read");
  if (credentials.password) {
    if (password_is_right) return by_password(server, credentials.user);
    const bool has_one = server.database.passwords.find(credentials.user).has_value();
    return refused(fmt::format("user {} {}", base::printable(credentials.user),
                               has_one ? "gave a wrong password" : "has no password; 'serve --password' sets one"));
  }
  if (credentials.token) {
    const auto user = tokens_.user_of(*credentials.token);
    return user ? allowed(server, *user) : refused("the token is not valid");
  }
  return credentials.has_certificate ? by_certificate(server, request) : refused("no credentials");
}

}  // namespace ringside::services
