// emulator/racf/users/kept_password.cpp - the password by which a user logs on to a server of the lab.
#include "emulator/racf/users/kept_password.hpp"

#include "emulator/crypto/password_hash.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/racf/authority.hpp"

namespace ringside::racf {
namespace {

constexpr std::int64_t iterations = 600'000;          // a fifth of a second, as OWASP recommends for PBKDF2-HMAC-SHA256
constexpr std::int64_t most_iterations = 10'000'000;  // of a lab that others have made
constexpr std::size_t salt_octets = 16;

}  // namespace

void keep_password(Session& session, const std::string& user, const base::Secret& password) {
  const base::Bytes salt = crypto::random_octets(crypto::SystemRandomness(), "salt", salt_octets);
  session.database.passwords.put(user, {salt, crypto::password_hash(password, salt, iterations), iterations});
  auto found = session.database.users.find(user);
  if (!found || found->attributes.erase("EXPIRED") == 0) return;
  session.database.users.put(*found);
}

bool is_password(const database::PasswordHash& kept, const base::Secret& password) {
  if (kept.iterations < 1 || kept.iterations > most_iterations) return false;
  return crypto::equal_in_constant_time(kept.hash, crypto::password_hash(password, kept.salt, kept.iterations));
}

std::optional<std::string> log_on_refusal(Session& session, const std::string& user, const std::string& application) {
  const auto& found = session.database.users.find(user);
  if (!found) return "is not defined to RACF";
  if (found->attributes.contains("REVOKED")) return "is revoked";
  Context context(session);
  if (!may_use(context, user, {"APPL", application, AccessLevel::read}))
    return "has no READ access to " + application + " in class APPL";
  return std::nullopt;
}

std::optional<std::string> password_refusal(Session& session, const std::string& user) {
  const auto& found = session.database.users.find(user);
  return found && found->attributes.contains("PROTECTED") ? std::optional<std::string>("is PROTECTED") : std::nullopt;
}

bool has_expired_password(Session& session, const std::string& user) {
  const auto& found = session.database.users.find(user);
  return found && found->attributes.contains("EXPIRED");
}

}  // namespace ringside::racf
