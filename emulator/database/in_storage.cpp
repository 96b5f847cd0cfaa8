// emulator/database/in_storage.cpp - the copies of certificates and rings that SETROPTS RACLIST keeps in storage.
#include "emulator/database/in_storage.hpp"

namespace ringside::database {

void InStorage::load_certificates() {
  drop_certificates();
  store_
      .query(
          "INSERT INTO certificate_in_storage SELECT id, database_id, owner, label, profile, status, der, private_key, "
          "key_fingerprint, subject, last_serial, request_made, pkds_label, site FROM certificate WHERE database_id=?")
      .bind(database_)
      .run();
}

void InStorage::load_rings() {
  drop_rings();
  store_.query("INSERT INTO ring_in_storage SELECT database_id, owner, name, id FROM ring WHERE database_id=?")
      .bind(database_)
      .run();
  store_
      .query(
          "INSERT INTO ring_member_in_storage SELECT r.database_id, r.owner, name, profile, usage, is_default, "
          "position FROM ring r JOIN ring_member ON ring_id=r.id JOIN certificate c ON c.id=certificate_id "
          "WHERE r.database_id=?")
      .bind(database_)
      .run();
}

void InStorage::drop_certificates() {
  store_.query("DELETE FROM certificate_in_storage WHERE database_id=?").bind(database_).run();
}

void InStorage::drop_rings() {
  store_.query("DELETE FROM ring_in_storage WHERE database_id=?").bind(database_).run();
}

std::optional<CertificateRecord> InStorage::certificate(const std::string& profile) const {
  Query query = store_.query(CERTIFICATE_COLUMNS "certificate_in_storage WHERE database_id=? AND profile=?");
  query.bind(database_, profile);
  if (!query.next()) return std::nullopt;
  return read_certificate(query);
}

void InStorage::replace(const CertificateRecord& record, const base::Bytes& before) {
  store_
      .query(
          "UPDATE certificate_in_storage SET der=?, private_key=?, key_fingerprint=? WHERE database_id=? AND profile=? "
          "AND der=?")
      .bind(record.der.get(), std::optional<base::Bytes>(record.private_key), record.key_fingerprint, database_,
            record.profile, before)
      .run();
}

std::vector<CertificateRecord> InStorage::certificates_of(const std::string& owner) const {
  Query query = store_.query(CERTIFICATE_COLUMNS "certificate_in_storage WHERE database_id=? AND owner=? ORDER BY id");
  query.bind(database_, owner);
  std::vector<CertificateRecord> records;
  while (query.next()) records.push_back(read_certificate(query));
  return records;
}

std::vector<std::string> InStorage::rings_of(const std::string& owner) const {
  Query query = store_.query("SELECT name FROM ring_in_storage WHERE database_id=? AND owner=? ORDER BY id");
  query.bind(database_, owner);
  std::vector<std::string> names;
  while (query.next()) names.push_back(query.text(0));
  return names;
}

std::vector<Ring> InStorage::rings() const {
  Query query = store_.query("SELECT id, owner, name FROM ring_in_storage WHERE database_id=? ORDER BY id");
  query.bind(database_);
  std::vector<Ring> rings;
  while (query.next()) rings.push_back({query.number(0), query.text(1), query.text(2)});
  return rings;
}

std::optional<std::vector<ProfiledMember>> InStorage::members(const std::string& owner, const std::string& ring) const {
  Query found = store_.query("SELECT 1 FROM ring_in_storage WHERE database_id=? AND owner=? AND name=?");
  if (!found.bind(database_, owner, ring).next()) return std::nullopt;
  Query query = store_.query(
      "SELECT profile, usage, is_default FROM ring_member_in_storage WHERE database_id=? AND owner=? AND ring=? "
      "ORDER BY position");
  query.bind(database_, owner, ring);
  std::vector<ProfiledMember> members;
  while (query.next()) members.push_back({query.text(0), usage_from(query.text(1)), query.flag(2)});
  return members;
}

}  // namespace ringside::database
