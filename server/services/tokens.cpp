// server/services/tokens.cpp - the tokens LtpaToken2 and jwtToken. Both are the Base64url of parts, with an HMAC.
#include "server/services/tokens.hpp"

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/password_hash.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::services {
namespace {

constexpr std::size_t token_key_octets = 32;
constexpr std::size_t nonce_octets = 12;

/// Base64url without padding (RFC 4648).
std::string base64url(base::ByteView octets) {
  std::string text = crypto::base64(octets);
  while (text.ends_with('=')) text.pop_back();
  return base::replace_all(base::replace_all(text, "+", "-"), "/", "_");
}

std::optional<std::string> from_base64url(std::string text) {
  text = base::replace_all(base::replace_all(text, "-", "+"), "_", "/");
  text.append((4 - text.size() % 4) % 4, '=');
  const auto octets = crypto::decode_base64(text);
  return octets ? std::optional(base::to_text(*octets)) : std::nullopt;
}

std::string encoded(const base::Json& json) {
  return base64url(base::to_bytes(json.text()));
}

std::string nonce() {
  return base64url(crypto::random_octets(crypto::SystemRandomness(), "token", nonce_octets));
}

const base::Clock& machine_clock() {
  static const base::SystemClock clock;
  return clock;
}

struct Claims {
  std::string user;
  std::int64_t end = 0;
};

/// The claims of a part that this process has signed.
std::optional<Claims> claims_of(const std::string& part) {
  const auto text = from_base64url(part);
  if (!text) return std::nullopt;
  base::Json json = base::Json::parse(*text);
  const auto* user = std::get_if<std::string>(&json["sub"].value());
  const auto* end = std::get_if<std::int64_t>(&json["exp"].value());
  return user != nullptr && end != nullptr ? std::optional(Claims{*user, *end}) : std::nullopt;
}

}  // namespace

Tokens::Tokens(const base::Clock* clock)
    : clock_(clock == nullptr ? machine_clock() : *clock),
      key_(crypto::random_octets(crypto::SystemRandomness(), "token key", token_key_octets)) {}

std::string Tokens::signature_of(const std::string& text) const {
  return base64url(crypto::hmac_sha256(key_, base::to_bytes(text)));
}

std::string Tokens::ltpa_token(const std::string& user) {
  const std::int64_t end = (clock_.now() + lifetime).time_since_epoch().count();
  const std::string part = encoded({{"sub", user}, {"exp", end}, {"nonce", nonce()}});
  return part + "." + signature_of(part);
}

std::string Tokens::json_web_token(const std::string& user) {
  const std::int64_t now = clock_.now().time_since_epoch().count();
  const std::int64_t end = (clock_.now() + lifetime).time_since_epoch().count();
  const std::string part = encoded({{"alg", "HS256"}, {"typ", "JWT"}}) + "." +
                           encoded({{"iss", "zOSMF"}, {"sub", user}, {"iat", now}, {"exp", end}, {"jti", nonce()}});
  return part + "." + signature_of(part);
}

std::optional<std::string> Tokens::signed_part(const std::string& token) const {
  const std::size_t dot = token.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const std::string part = token.substr(0, dot);
  const bool is_ours = crypto::equal_in_constant_time(base::to_bytes(signature_of(part)),
                                                      base::to_bytes(std::string_view(token).substr(dot + 1)));
  return is_ours ? std::optional(part) : std::nullopt;
}

std::optional<std::string> Tokens::user_of(const std::string& token) const {
  const auto part = signed_part(token);
  if (!part || ended_.contains(token.substr(part->size()))) return std::nullopt;
  const auto claims = claims_of(part->substr(part->rfind('.') == std::string::npos ? 0 : part->rfind('.') + 1));
  if (!claims || claims->end <= clock_.now().time_since_epoch().count()) return std::nullopt;
  return claims->user;
}

void Tokens::end(const std::string& token) {
  const auto part = signed_part(token);
  if (!part) return;
  const base::Instant now = clock_.now();
  std::erase_if(ended_, [&](const auto& each) { return each.second <= now; });
  if (ended_.size() >= most_ended) ended_.erase(ended_.begin());
  ended_.emplace(token.substr(part->size()), now + lifetime);
}

}  // namespace ringside::services
