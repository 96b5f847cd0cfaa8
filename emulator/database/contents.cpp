// emulator/database/contents.cpp - reads what a lab holds for checks; a row of the table below is one rule.
#include "emulator/database/contents.hpp"

#include <array>

namespace ringside::database {
namespace {

constexpr const char* all_items =
    "SELECT 'certificate', d.name, owner, label, profile, status, key_fingerprint, pkds_label, der, subject, "
    "private_key, site FROM certificate t JOIN security_database d ON d.id=t.database_id "
    "UNION ALL SELECT 'certificate in storage', d.name, owner, label, profile, status, key_fingerprint, pkds_label, "
    "der, "
    "subject, private_key, site FROM certificate_in_storage t JOIN security_database d ON d.id=t.database_id "
    "UNION ALL SELECT 'token object', d.name, owner, token || ' ' || sequence || ', ' || label, '', '', '', '', der, "
    "x'', private_key, NULL FROM token_object t JOIN security_database d ON d.id=t.database_id "
    "UNION ALL SELECT 'ICSF key', d.name, '', label, '', '', '', '', x'', x'', private_key, NULL FROM icsf_key t JOIN "
    "security_database d ON d.id=t.database_id";

#define NO_USER(column) \
  " t WHERE NOT EXISTS (SELECT 1 FROM user u WHERE u.database_id=t.database_id AND u.name=t." column ")"
#define NO_GROUP(column) \
  " t WHERE NOT EXISTS (SELECT 1 FROM racf_group g WHERE g.database_id=t.database_id AND g.name=t." column ")"

// Each query returns a sentence for each row that breaks the rule.
constexpr std::array rules = {
    "SELECT 'ring ' || r.owner || '/' || r.name || ' has a certificate that is not there' FROM ring_member m JOIN ring "
    "r "
    "ON r.id=m.ring_id WHERE NOT EXISTS (SELECT 1 FROM certificate c WHERE c.id=m.certificate_id)",
    "SELECT 'certificate ' || c.owner || ' ' || c.label || ' is on a ring that is not there' FROM ring_member m JOIN "
    "certificate c ON c.id=m.certificate_id WHERE NOT EXISTS (SELECT 1 FROM ring r WHERE r.id=m.ring_id)",
    "SELECT 'ring ' || r.owner || '/' || r.name || ' has the certificate ' || c.owner || ' ' || c.label || ' of "
    "another "
    "security database' FROM ring_member m JOIN ring r ON r.id=m.ring_id JOIN certificate c ON c.id=m.certificate_id "
    "WHERE c.database_id<>r.database_id",
    "SELECT 'ring ' || r.owner || '/' || r.name || ' has a certificate with the unknown usage ' || m.usage FROM "
    "ring_member m JOIN ring r ON r.id=m.ring_id WHERE m.usage NOT IN ('PERSONAL', 'CERTAUTH', 'SITE')",
    "SELECT 'ring ' || r.owner || '/' || r.name || ' has more than one default certificate' FROM ring_member m JOIN "
    "ring "
    "r ON r.id=m.ring_id WHERE m.is_default<>0 GROUP BY r.id HAVING count(*)>1",
    "SELECT 'ring in storage ' || owner || '/' || ring || ' has a certificate with the unknown usage ' || usage FROM "
    "ring_member_in_storage WHERE usage NOT IN ('PERSONAL', 'CERTAUTH', 'SITE')",
    "SELECT 'ring ' || owner || '/' || name || ' belongs to a user that is not there' FROM ring" NO_USER("owner"),
    "SELECT 'certificate ' || owner || ' ' || label || ' belongs to a user that is not there' FROM "
    "certificate" NO_USER("owner"),
    "SELECT 'name filter ' || owner || ' ' || label || ' belongs to a user that is not there' FROM "
    "name_filter" NO_USER("owner"),
    "SELECT 'user ' || name || ' has the default group ' || default_group || ', which is not there' FROM "
    "user" NO_GROUP("default_group"),
    "SELECT 'group ' || name || ' has the superior group ' || superior || ', which is not there' FROM "
    "racf_group" NO_GROUP("superior") " AND superior<>''",
    "SELECT 'system ' || name || ' is of the unknown kind ' || kind FROM system WHERE kind NOT IN ('zos', "
    "'distributed', 'ibmi')",
    "SELECT 'file ' || path || ' of ' || system || ' is in a directory that is not there' FROM host_file f WHERE "
    "parent<>'/' AND NOT EXISTS (SELECT 1 FROM host_file p WHERE p.system=f.system AND p.path=f.parent AND "
    "p.directory<>0)",
    "SELECT 'job ' || id || ' of ' || system || ' has the unknown status ' || status FROM job WHERE status NOT IN "
    "('INPUT', 'OUTPUT')",
    "SELECT 'setting ' || name || ' is not a number' FROM setting WHERE name IN ('clock', 'zone') AND value<>'' AND "
    "CAST(CAST(value AS INTEGER) AS TEXT)<>value",
};

#undef NO_GROUP
#undef NO_USER

}  // namespace

Contents::Contents(Store& store) : store_(store), items_(store.query(all_items)) {}

std::optional<StoredItem> Contents::next() {
  if (!items_.next()) return std::nullopt;
  StoredItem item{items_.text(0),
                  items_.text(1),
                  items_.text(2),
                  items_.text(3),
                  items_.text(4),
                  items_.text(5),
                  items_.text(6),
                  items_.text(7),
                  items_.blob(8),
                  items_.blob(9),
                  {},
                  items_.text(11)};
  if (!items_.is_null(10)) item.private_key = items_.blob(10);
  return item;
}

std::optional<base::Bytes> Contents::icsf_key(const std::string& database, const std::string& label) const {
  Query query = store_.query(
      "SELECT private_key FROM icsf_key JOIN security_database d ON d.id=database_id WHERE d.name=? AND label=?");
  if (!query.bind(database, label).next()) return std::nullopt;
  return query.blob(0);
}

std::vector<std::string> Contents::contradictions() const {
  std::vector<std::string> found;
  for (const char* rule : rules) {
    Query query = store_.query(rule);
    while (query.next()) found.push_back(query.text(0));
  }
  return found;
}

}  // namespace ringside::database
