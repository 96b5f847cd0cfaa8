// emulator/racf/users/kept_password.hpp - the password by which a user logs on to a server of the lab.
//
// RACF's commands keep no password here (rulings, "log-on"): one is given to a user from outside.
#pragma once

#include <optional>
#include <string>

#include "base/secret.hpp"
#include "emulator/database/passwords.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::racf {

/// Keeps a salted, slow hash of the password. It has not expired. The user must exist.
void keep_password(Session& session, const std::string& user, const base::Secret& password);

/// Whether the password is the one that was kept. Slow, on purpose; needs no lab.
bool is_password(const database::PasswordHash& kept, const base::Secret& password);

/// Why the user may not log on to an application, whatever the credentials: a clause such as "is revoked"; nullopt if
/// it may. A user that does not exist may not, nor one whom a profile of class APPL gives no READ to the application
/// (Security Administrator's Guide, "Protecting applications").
std::optional<std::string> log_on_refusal(Session& session, const std::string& user, const std::string& application);

/// Why no password of the user is accepted: it is PROTECTED. Nullopt if a right one is.
std::optional<std::string> password_refusal(Session& session, const std::string& user);

/// Whether the password of the user has expired (ALTUSER EXPIRED): it changes the password, and does nothing else.
bool has_expired_password(Session& session, const std::string& user);

}  // namespace ringside::racf
