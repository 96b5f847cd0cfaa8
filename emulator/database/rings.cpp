// emulator/database/rings.cpp - DIGTRING profiles.
#include "emulator/database/rings.hpp"

#include "base/fault.hpp"

namespace ringside::database {
namespace {

std::vector<Ring> read_rings(Query& query) {
  std::vector<Ring> rings;
  while (query.next()) rings.push_back({query.number(0), query.text(1), query.text(2)});
  return rings;
}

}  // namespace

Usage usage_from(const std::string& text) {
  for (const Usage usage : {Usage::personal, Usage::certauth, Usage::site})
    if (to_string(usage) == text) return usage;
  throw base::Fault("the lab's database holds the unknown ring usage " + text);
}

std::string to_string(Usage usage) {
  switch (usage) {
    case Usage::personal:
      return "PERSONAL";
    case Usage::certauth:
      return "CERTAUTH";
    case Usage::site:
      return "SITE";
  }
  throw base::Fault("a ring usage outside its range");
}

std::optional<Ring> Rings::find(const std::string& owner, const std::string& name) const {
  Query query = store_.query("SELECT id, owner, name FROM ring WHERE database_id=? AND owner=? AND name=?");
  query.bind(database_, owner, name);
  if (!query.next()) return std::nullopt;
  return Ring{query.number(0), query.text(1), query.text(2)};
}

std::vector<Ring> Rings::by_owner(const std::string& owner) const {
  if (owner.empty()) {
    Query all = store_.query("SELECT id, owner, name FROM ring WHERE database_id=? ORDER BY id");
    return read_rings(all.bind(database_));
  }
  Query query = store_.query("SELECT id, owner, name FROM ring WHERE database_id=? AND owner=? ORDER BY id");
  return read_rings(query.bind(database_, owner));
}

std::vector<Ring> Rings::by_certificate(std::int64_t certificate_id) const {
  Query query = store_.query(
      "SELECT ring.id, owner, name FROM ring JOIN ring_member ON ring_id=ring.id "
      "WHERE certificate_id=? AND database_id=? ORDER BY ring.id");
  return read_rings(query.bind(certificate_id, database_));
}

void Rings::add(const std::string& owner, const std::string& name) {
  store_.query("INSERT INTO ring(database_id, owner, name) VALUES(?,?,?)").bind(database_, owner, name).run();
}

void Rings::remove(std::int64_t ring_id) {
  store_.query("DELETE FROM ring WHERE database_id=? AND id=?").bind(database_, ring_id).run();
}

std::vector<RingMember> Rings::members(std::int64_t ring_id) const {
  Query query =
      store_.query("SELECT certificate_id, usage, is_default FROM ring_member WHERE ring_id=? ORDER BY position");
  query.bind(ring_id);
  std::vector<RingMember> members;
  while (query.next()) members.push_back({query.number(0), usage_from(query.text(1)), query.flag(2)});
  return members;
}

std::vector<ListedMember> Rings::listed_members(std::int64_t ring_id) const {
  Query query = store_.query(
      "SELECT owner, label, usage, is_default, profile FROM ring_member JOIN certificate ON id=certificate_id "
      "WHERE ring_id=? ORDER BY position");
  query.bind(ring_id);
  std::vector<ListedMember> members;
  while (query.next())
    members.push_back({query.text(0), query.text(1), usage_from(query.text(2)), query.flag(3), query.text(4)});
  return members;
}

void Rings::connect(std::int64_t ring_id, const RingMember& member) {
  if (member.is_default) store_.query("UPDATE ring_member SET is_default=0 WHERE ring_id=?").bind(ring_id).run();
  store_
      .query(
          "INSERT INTO ring_member(ring_id, certificate_id, usage, is_default, position) VALUES(?1, ?2, ?3, ?4, "
          "(SELECT coalesce(max(position), 0) + 1 FROM ring_member WHERE ring_id=?1)) "
          "ON CONFLICT DO UPDATE SET usage=excluded.usage, is_default=excluded.is_default")
      .bind(ring_id, member.certificate_id, to_string(member.usage), member.is_default)
      .run();
}

void Rings::replace_member(std::int64_t ring_id, std::int64_t old_certificate, std::int64_t new_certificate) {
  disconnect(ring_id, new_certificate);
  store_.query("UPDATE ring_member SET certificate_id=? WHERE ring_id=? AND certificate_id=?")
      .bind(new_certificate, ring_id, old_certificate)
      .run();
}

bool Rings::disconnect(std::int64_t ring_id, std::int64_t certificate_id) {
  return store_.query("DELETE FROM ring_member WHERE ring_id=? AND certificate_id=?")
             .bind(ring_id, certificate_id)
             .run() > 0;
}

}  // namespace ringside::database
