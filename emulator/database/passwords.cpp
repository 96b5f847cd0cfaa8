// emulator/database/passwords.cpp - the passwords of users, as salted hashes.
#include "emulator/database/passwords.hpp"

namespace ringside::database {

std::optional<PasswordHash> Passwords::find(const std::string& user) const {
  Query query = store_.query("SELECT salt, hash, iterations FROM user_password WHERE database_id=? AND user=?");
  query.bind(database_, user);
  if (!query.next()) return std::nullopt;
  return PasswordHash{query.blob(0), query.blob(1), query.number(2)};
}

void Passwords::put(const std::string& user, const PasswordHash& password) {
  store_
      .query(
          "INSERT INTO user_password(database_id, user, salt, hash, iterations) VALUES(?,?,?,?,?) ON CONFLICT DO "
          "UPDATE SET salt=excluded.salt, hash=excluded.hash, iterations=excluded.iterations")
      .bind(database_, user, password.salt, password.hash, password.iterations)
      .run();
}

}  // namespace ringside::database
