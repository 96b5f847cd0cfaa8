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

/// Keeps a salted, slow hash of the password. The user must exist.
void keep_password(Session& session, const std::string& user, const base::Secret& password);

/// Whether the password is the one that was kept. Slow, on purpose; needs no lab.
bool is_password(const database::PasswordHash& kept, const base::Secret& password);

/// Why the user may not log on, whatever the password: a clause such as "is revoked"; nullopt if it may. A user that
/// does not exist or is PROTECTED may not.
std::optional<std::string> log_on_refusal(Session& session, const std::string& user);

}  // namespace ringside::racf
