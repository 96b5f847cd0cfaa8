// emulator/database/certificates.cpp - DIGTCERT profiles.
#include "emulator/database/certificates.hpp"

#include "base/fault.hpp"

namespace ringside::database {
namespace {

#define PRESENT_CERTIFICATES CERTIFICATE_COLUMNS "certificate WHERE database_id=? AND "

#define CERTIFICATE_VALUES                                                                                            \
  "certificate(database_id, owner, label, profile, status, der, private_key, key_fingerprint, subject, last_serial, " \
  "request_made, pkds_label, site) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"

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

/// What the column of the DER holds: nothing, if it is made when it is read.
const base::Bytes& stored_der(const CertificateRecord& record) {
  static const base::Bytes none;
  return record.der.is_made() ? none : record.der.get();
}

std::optional<base::Bytes> stored_key(const CertificateRecord& record) {
  return record.private_key.is_made() ? std::nullopt : std::optional<base::Bytes>(record.private_key);
}

/// The record's certificate, and its key if the site has one, are made when they are first read.
void give_stand_in(CertificateRecord& record, const std::shared_ptr<const StandInMaker>& maker) {
  if (!maker) throw base::Fault("this lab makes no stand-ins for certificates");
  const std::string name = to_text(*record.site);
  record.der = LateContent::made_by(name, [facts = *record.site, maker] { return maker->certificate(facts); });
  if (record.site->has_key() && !record.private_key)
    record.private_key =
        LateContent::made_by(name, [facts = *record.site, maker] { return maker->private_key(facts); });
}

std::optional<std::string> site_text(const CertificateRecord& record) {
  return record.site ? std::optional(to_text(*record.site)) : std::nullopt;
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
  if (!query.is_null(6)) record.private_key = LateKey(query.blob(6));
  record.key_fingerprint = query.text(7);
  record.subject = query.blob(8);
  record.last_serial = query.number(9);
  record.request_made = query.flag(10);
  record.pkds_label = query.text(11);
  if (query.is_null(12)) return record;
  record.site = read_site_facts(query.text(12));
  if (record.site->grade != Grade::real) give_stand_in(record, query.store().stand_ins());
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

void CertificateRecord::drop_key() {
  private_key.reset();
  pkds_label.clear();
  if (site) site->key_type.clear();
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

std::optional<std::int64_t> Certificates::id_by_profile(const std::string& profile) const {
  Query query = store_.query("SELECT id FROM certificate WHERE database_id=? AND profile=?");
  query.bind(database_, profile);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

std::vector<CertificateRecord> Certificates::by_owner(const std::string& owner) const {
  Query query = store_.query(PRESENT_CERTIFICATES "owner=? ORDER BY id");
  return all(query.bind(database_, owner));
}

// A stand-in has no fingerprint in its row until it is written again, but who asks for its key has had it made.
std::vector<CertificateRecord> Certificates::by_key(const std::string& key_fingerprint) const {
  const auto identity = store_.stand_ins() ? store_.stand_ins()->identity_of(key_fingerprint) : std::nullopt;
  if (!identity) {
    Query query = store_.query(PRESENT_CERTIFICATES "key_fingerprint=? ORDER BY id");
    return all(query.bind(database_, key_fingerprint));
  }
  Query query =
      store_.query(PRESENT_CERTIFICATES "(key_fingerprint=? OR (key_fingerprint='' AND instr(site, ?)>0)) ORDER BY id");
  std::vector<CertificateRecord> records = all(query.bind(database_, key_fingerprint, *identity));
  std::erase_if(records, [&](const CertificateRecord& record) {
    return record.key_fingerprint.empty() && record.site->identity() != *identity;
  });
  return records;
}

std::vector<CertificateRecord> Certificates::by_subject(const base::Bytes& subject) const {
  Query query = store_.query(PRESENT_CERTIFICATES "subject=? ORDER BY id");
  return all(query.bind(database_, subject));
}

void Certificates::each(const std::function<void(const CertificateRecord&)>& take) const {
  Query query = store_.query(PRESENT_CERTIFICATES "1 ORDER BY id");
  query.bind(database_);
  while (query.next()) take(read_certificate(query));
}

std::optional<CertificateRecord> Certificates::after_profile(const std::string& profile) const {
  Query query = store_.query(PRESENT_CERTIFICATES "profile>? ORDER BY profile LIMIT 1");
  return first(query.bind(database_, profile));
}

std::int64_t Certificates::count() const {
  Query query = store_.query("SELECT count(*) FROM certificate WHERE database_id=?");
  query.bind(database_).next();
  return query.number(0);
}

bool Certificates::has_any_of_site() const {
  return store_.query("SELECT 1 FROM certificate WHERE database_id=? AND site IS NOT NULL LIMIT 1")
      .bind(database_)
      .next();
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
                             stored_der(record), stored_key(record), record.key_fingerprint, record.subject,
                             record.last_serial, record.request_made, record.pkds_label, site_text(record))
                       .run();
  if (rows > 0) record.id = store_.last_row();
  return rows > 0;
}

void Certificates::replace(const CertificateRecord& record) {
  store_
      .query(
          "UPDATE certificate SET owner=?, label=?, profile=?, status=?, der=?, private_key=?, key_fingerprint=?, "
          "subject=?, last_serial=?, request_made=?, pkds_label=?, site=? WHERE database_id=? AND id=?")
      .bind(record.owner, record.label, record.profile, to_string(record.status), stored_der(record),
            stored_key(record), record.key_fingerprint, record.subject, record.last_serial, record.request_made,
            record.pkds_label, site_text(record), database_, record.id)
      .run();
}

void Certificates::remove(std::int64_t id) {
  store_.query("DELETE FROM certificate WHERE database_id=? AND id=?").bind(database_, id).run();
}

}  // namespace ringside::database
