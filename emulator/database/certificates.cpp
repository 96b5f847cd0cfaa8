// emulator/database/certificates.cpp - DIGTCERT profiles.
#include "emulator/database/certificates.hpp"

#include "base/fault.hpp"

namespace ringside::database {
namespace {

#define PRESENT_CERTIFICATES CERTIFICATE_COLUMNS "certificate WHERE database_id=? AND "

#define CERTIFICATE_VALUES                                                                                            \
  "certificate(database_id, owner, label, profile, status, der, private_key, key_fingerprint, subject, last_serial, " \
  "request_made, pkds_label) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"

Status status_from(const std::string& text) {
  for (const Status status : {Status::trust, Status::notrust, Status::hightrust})
    if (to_string(status) == text) return status;
  throw base::Fault("the lab's database holds the unknown certificate status " + text);
}

std::optional<CertificateRecord> first(Query& query) {
  if (!query.next()) return std::nullopt;
  return read_certificate(query);
}

std::vector<CertificateRecord> all(Query& query) {
  std::vector<CertificateRecord> records;
  while (query.next()) records.push_back(read_certificate(query));
  return records;
}

}  // namespace

CertificateRecord read_certificate(const Query& query) {
  CertificateRecord record;
  record.id = query.number(0);
  record.owner = query.text(1);
  record.label = query.text(2);
  record.profile = query.text(3);
  record.status = status_from(query.text(4));
  record.der = query.blob(5);
  if (!query.is_null(6)) record.private_key = query.blob(6);
  record.key_fingerprint = query.text(7);
  record.subject = query.blob(8);
  record.last_serial = query.number(9);
  record.request_made = query.flag(10);
  record.pkds_label = query.text(11);
  return record;
}

std::string to_string(Status status) {
  switch (status) {
    case Status::trust:
      return "TRUST";
    case Status::notrust:
      return "NOTRUST";
    case Status::hightrust:
      return "HIGHTRUST";
  }
  throw base::Fault("a certificate status outside its range");
}

std::optional<CertificateRecord> Certificates::by_id(std::int64_t id) const {
  Query query = store_.query(PRESENT_CERTIFICATES "id=?");
  return first(query.bind(database_, id));
}

std::optional<CertificateRecord> Certificates::by_label(const std::string& owner, const std::string& label) const {
  Query query = store_.query(PRESENT_CERTIFICATES "owner=? AND label=?");
  return first(query.bind(database_, owner, label));
}

std::optional<std::int64_t> Certificates::id_by_label(const std::string& owner, const std::string& label) const {
  Query query = store_.query("SELECT id FROM certificate WHERE database_id=? AND owner=? AND label=?");
  query.bind(database_, owner, label);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

std::optional<CertificateRecord> Certificates::by_profile(const std::string& profile) const {
  Query query = store_.query(PRESENT_CERTIFICATES "profile=?");
  return first(query.bind(database_, profile));
}

std::vector<CertificateRecord> Certificates::by_owner(const std::string& owner) const {
  Query query = store_.query(PRESENT_CERTIFICATES "owner=? ORDER BY id");
  return all(query.bind(database_, owner));
}

std::vector<CertificateRecord> Certificates::by_key(const std::string& key_fingerprint) const {
  Query query = store_.query(PRESENT_CERTIFICATES "key_fingerprint=? ORDER BY id");
  return all(query.bind(database_, key_fingerprint));
}

std::vector<CertificateRecord> Certificates::by_subject(const base::Bytes& subject) const {
  Query query = store_.query(PRESENT_CERTIFICATES "subject=? ORDER BY id");
  return all(query.bind(database_, subject));
}

std::int64_t Certificates::count() const {
  Query query = store_.query("SELECT count(*) FROM certificate WHERE database_id=?");
  query.bind(database_).next();
  return query.number(0);
}

void Certificates::add(CertificateRecord& record) {
  insert("INSERT INTO " CERTIFICATE_VALUES, record);
}

bool Certificates::add_if_new(CertificateRecord& record) {
  return insert("INSERT OR IGNORE INTO " CERTIFICATE_VALUES, record);
}

bool Certificates::insert(const char* sql, CertificateRecord& record) {
  const int rows = store_.query(sql)
                       .bind(database_, record.owner, record.label, record.profile, to_string(record.status),
                             record.der, record.private_key, record.key_fingerprint, record.subject, record.last_serial,
                             record.request_made, record.pkds_label)
                       .run();
  if (rows > 0) record.id = store_.last_row();
  return rows > 0;
}

void Certificates::replace(const CertificateRecord& record) {
  store_
      .query(
          "UPDATE certificate SET owner=?, label=?, profile=?, status=?, der=?, private_key=?, key_fingerprint=?, "
          "subject=?, last_serial=?, request_made=?, pkds_label=? WHERE database_id=? AND id=?")
      .bind(record.owner, record.label, record.profile, to_string(record.status), record.der, record.private_key,
            record.key_fingerprint, record.subject, record.last_serial, record.request_made, record.pkds_label,
            database_, record.id)
      .run();
}

void Certificates::remove(std::int64_t id) {
  store_.query("DELETE FROM certificate WHERE database_id=? AND id=?").bind(database_, id).run();
}

}  // namespace ringside::database
