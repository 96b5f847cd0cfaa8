// emulator/database/icsf.cpp - keys in the PKDS and tokens in the TKDS.
#include "emulator/database/icsf.hpp"

#include "base/fault.hpp"

namespace ringside::database {

std::optional<IcsfKey> IcsfKeys::find(const std::string& label) const {
  Query query = store_.query("SELECT private_key, modulus_exponent FROM icsf_key WHERE database_id=? AND label=?");
  query.bind(database_, label);
  if (!query.next()) return std::nullopt;
  return IcsfKey{query.blob(0), query.flag(1)};
}

void IcsfKeys::put(const std::string& label, const IcsfKey& key) {
  store_
      .query(
          "INSERT INTO icsf_key(database_id, label, private_key, modulus_exponent) VALUES(?,?,?,?) "
          "ON CONFLICT DO UPDATE SET private_key=excluded.private_key, modulus_exponent=excluded.modulus_exponent")
      .bind(database_, label, key.private_key, key.modulus_exponent)
      .run();
}

void IcsfKeys::remove(const std::string& label) {
  store_.query("DELETE FROM icsf_key WHERE database_id=? AND label=?").bind(database_, label).run();
}

bool Tokens::exists(const std::string& name) const {
  Query query = store_.query("SELECT 1 FROM token WHERE database_id=? AND name=?");
  return query.bind(database_, name).next();
}

std::vector<std::string> Tokens::names() const {
  Query query = store_.query("SELECT name FROM token WHERE database_id=? ORDER BY name");
  query.bind(database_);
  std::vector<std::string> names;
  while (query.next()) names.push_back(query.text(0));
  return names;
}

void Tokens::add(const std::string& name) {
  store_.query("INSERT INTO token(database_id, name) VALUES(?,?)").bind(database_, name).run();
}

void Tokens::remove(const std::string& name) {
  store_.query("DELETE FROM token WHERE database_id=? AND name=?").bind(database_, name).run();
}

std::vector<TokenObject> Tokens::objects(const std::string& name) const {
  Query query = store_.query(
      "SELECT sequence, label, owner, usage, is_default, der, private_key FROM token_object "
      "WHERE database_id=? AND token=? ORDER BY sequence");
  query.bind(database_, name);
  std::vector<TokenObject> objects;
  while (query.next()) {
    objects.push_back({query.number(0), query.text(1), query.text(2), query.text(3), query.flag(4), query.blob(5), {}});
    if (!query.is_null(6)) objects.back().private_key = query.blob(6);
  }
  return objects;
}

void Tokens::add_object(const std::string& name, TokenObject& object) {
  {
    Query next = store_.query("UPDATE token SET objects=objects+1 WHERE database_id=? AND name=? RETURNING objects");
    if (!next.bind(database_, name).next()) throw base::Fault("the lab has no token " + name);
    object.sequence = next.number(0);
  }
  if (object.is_default)
    store_.query("UPDATE token_object SET is_default=0 WHERE database_id=? AND token=?").bind(database_, name).run();
  store_
      .query(
          "INSERT INTO token_object(database_id, token, sequence, label, owner, usage, is_default, der, private_key) "
          "VALUES(?,?,?,?,?,?,?,?,?)")
      .bind(database_, name, object.sequence, object.label, object.owner, object.usage, object.is_default, object.der,
            object.private_key)
      .run();
}

void Tokens::remove_object(const std::string& name, std::int64_t sequence) {
  store_.query("DELETE FROM token_object WHERE database_id=? AND token=? AND sequence=?")
      .bind(database_, name, sequence)
      .run();
}

}  // namespace ringside::database
