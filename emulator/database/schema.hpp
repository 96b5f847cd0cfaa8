// emulator/database/schema.hpp - the tables of a lab, version by version.
#pragma once

#include <array>

namespace ringside::database {

inline constexpr int application_id = 0x52534944;  // "RSID"

// One file holds the whole lab. As in RACF, a profile is found by database, class and name. Certificates have a table
// of their own because they are searched by profile name, by label and by key (ADD looks for duplicates).
inline constexpr const char* schema_1 = R"sql(
CREATE TABLE setting(
  name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE security_database(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE system(
  name TEXT PRIMARY KEY, kind TEXT NOT NULL, sysplex TEXT NOT NULL,
  database_id INTEGER NOT NULL REFERENCES security_database(id),
  operations INTEGER NOT NULL DEFAULT 0, jobs INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE user(
  database_id INTEGER NOT NULL REFERENCES security_database(id), name TEXT NOT NULL,
  full_name TEXT NOT NULL, default_group TEXT NOT NULL, owner TEXT NOT NULL, attributes TEXT NOT NULL,
  data TEXT NOT NULL, created INTEGER NOT NULL,
  PRIMARY KEY(database_id, name)) WITHOUT ROWID;

CREATE TABLE racf_group(
  database_id INTEGER NOT NULL REFERENCES security_database(id), name TEXT NOT NULL,
  superior TEXT NOT NULL, owner TEXT NOT NULL, attributes TEXT NOT NULL, data TEXT NOT NULL, created INTEGER NOT NULL,
  PRIMARY KEY(database_id, name)) WITHOUT ROWID;

CREATE TABLE connection(
  database_id INTEGER NOT NULL, user TEXT NOT NULL, racf_group TEXT NOT NULL,
  authority TEXT NOT NULL, uacc TEXT NOT NULL, owner TEXT NOT NULL, attributes TEXT NOT NULL, created INTEGER NOT NULL,
  PRIMARY KEY(database_id, user, racf_group),
  FOREIGN KEY(database_id, user) REFERENCES user(database_id, name) ON DELETE CASCADE,
  FOREIGN KEY(database_id, racf_group) REFERENCES racf_group(database_id, name)) WITHOUT ROWID;

CREATE TABLE segment(
  database_id INTEGER NOT NULL REFERENCES security_database(id), class TEXT NOT NULL, profile TEXT NOT NULL,
  segment TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(database_id, class, profile, segment, field)) WITHOUT ROWID;

CREATE TABLE class_option(
  database_id INTEGER NOT NULL REFERENCES security_database(id), class TEXT NOT NULL, options TEXT NOT NULL,
  refreshes INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(database_id, class)) WITHOUT ROWID;

CREATE TABLE resource(
  database_id INTEGER NOT NULL REFERENCES security_database(id), class TEXT NOT NULL, name TEXT NOT NULL,
  generic INTEGER NOT NULL, owner TEXT NOT NULL, uacc TEXT NOT NULL, level INTEGER NOT NULL, warning INTEGER NOT NULL,
  application_data TEXT NOT NULL, data TEXT NOT NULL, notify TEXT NOT NULL, audit TEXT NOT NULL, created INTEGER NOT NULL,
  PRIMARY KEY(database_id, class, name)) WITHOUT ROWID;

CREATE TABLE resource_member(
  database_id INTEGER NOT NULL, class TEXT NOT NULL, name TEXT NOT NULL, member TEXT NOT NULL,
  PRIMARY KEY(database_id, class, name, member),
  FOREIGN KEY(database_id, class, name) REFERENCES resource(database_id, class, name) ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE resource_access(
  database_id INTEGER NOT NULL, class TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, access TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY(database_id, class, name, id),
  FOREIGN KEY(database_id, class, name) REFERENCES resource(database_id, class, name) ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE certificate(
  id INTEGER PRIMARY KEY,
  database_id INTEGER NOT NULL REFERENCES security_database(id),
  owner TEXT NOT NULL, label TEXT NOT NULL, profile TEXT NOT NULL, status TEXT NOT NULL,
  der BLOB NOT NULL, private_key BLOB, key_fingerprint TEXT NOT NULL, subject BLOB NOT NULL,
  last_serial INTEGER NOT NULL DEFAULT 0, request_made INTEGER NOT NULL DEFAULT 0, pkds_label TEXT NOT NULL DEFAULT '',
  UNIQUE(database_id, profile), UNIQUE(database_id, owner, label));
CREATE INDEX certificate_by_key ON certificate(database_id, key_fingerprint);
CREATE INDEX certificate_by_subject ON certificate(database_id, subject);
CREATE INDEX certificate_by_owner ON certificate(database_id, owner, id);

CREATE TABLE ring(
  id INTEGER PRIMARY KEY, database_id INTEGER NOT NULL REFERENCES security_database(id),
  owner TEXT NOT NULL, name TEXT NOT NULL,
  UNIQUE(database_id, owner, name));

CREATE TABLE ring_member(
  ring_id INTEGER NOT NULL REFERENCES ring(id) ON DELETE CASCADE,
  certificate_id INTEGER NOT NULL REFERENCES certificate(id) ON DELETE CASCADE,
  usage TEXT NOT NULL, is_default INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY(ring_id, certificate_id)) WITHOUT ROWID;
CREATE INDEX ring_member_by_certificate ON ring_member(certificate_id);

CREATE TABLE name_filter(
  id INTEGER PRIMARY KEY, database_id INTEGER NOT NULL REFERENCES security_database(id),
  owner TEXT NOT NULL, label TEXT NOT NULL, issuer_filter TEXT NOT NULL, subject_filter TEXT NOT NULL,
  criteria TEXT NOT NULL, trusted INTEGER NOT NULL,
  UNIQUE(database_id, owner, label), UNIQUE(database_id, issuer_filter, subject_filter));

CREATE TABLE icsf_key(
  database_id INTEGER NOT NULL REFERENCES security_database(id), label TEXT NOT NULL, private_key BLOB NOT NULL,
  modulus_exponent INTEGER NOT NULL,
  PRIMARY KEY(database_id, label)) WITHOUT ROWID;

CREATE TABLE token(
  database_id INTEGER NOT NULL REFERENCES security_database(id), name TEXT NOT NULL,
  objects INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(database_id, name)) WITHOUT ROWID;

CREATE TABLE token_object(
  database_id INTEGER NOT NULL, token TEXT NOT NULL, sequence INTEGER NOT NULL,
  label TEXT NOT NULL, owner TEXT NOT NULL, usage TEXT NOT NULL, is_default INTEGER NOT NULL,
  der BLOB NOT NULL, private_key BLOB,
  PRIMARY KEY(database_id, token, sequence),
  FOREIGN KEY(database_id, token) REFERENCES token(database_id, name) ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE data_set(
  system TEXT NOT NULL REFERENCES system(name), name TEXT NOT NULL,
  record_format TEXT NOT NULL, record_length INTEGER NOT NULL, records BLOB NOT NULL,
  PRIMARY KEY(system, name)) WITHOUT ROWID;
)sql";

// The files of systems other than z/OS. The root directory has no row.
inline constexpr const char* schema_2 = R"sql(
CREATE TABLE host_file(
  system TEXT NOT NULL REFERENCES system(name), path TEXT NOT NULL, parent TEXT NOT NULL, directory INTEGER NOT NULL,
  owner TEXT NOT NULL, owner_group TEXT NOT NULL, mode INTEGER NOT NULL, modified INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY(system, path)) WITHOUT ROWID;
CREATE INDEX host_file_by_parent ON host_file(system, parent);
)sql";

// Ports on which servers listen, for tools that connect to them.
inline constexpr const char* schema_3 = R"sql(
CREATE TABLE listener(
  system TEXT NOT NULL REFERENCES system(name), port INTEGER NOT NULL, kind TEXT NOT NULL, identity TEXT NOT NULL,
  key TEXT NOT NULL, trust TEXT NOT NULL, password TEXT NOT NULL, mutual INTEGER NOT NULL,
  PRIMARY KEY(system, port)) WITHOUT ROWID;
)sql";

// The copies of SETROPTS RACLIST. An older lab whose classes are RACLISTed gets them from its present profiles.
inline constexpr const char* schema_4 = R"sql(
CREATE TABLE certificate_in_storage(
  id INTEGER NOT NULL,
  database_id INTEGER NOT NULL REFERENCES security_database(id),
  owner TEXT NOT NULL, label TEXT NOT NULL, profile TEXT NOT NULL, status TEXT NOT NULL,
  der BLOB NOT NULL, private_key BLOB, key_fingerprint TEXT NOT NULL, subject BLOB NOT NULL,
  last_serial INTEGER NOT NULL, request_made INTEGER NOT NULL, pkds_label TEXT NOT NULL,
  UNIQUE(database_id, profile));
CREATE INDEX certificate_in_storage_by_owner ON certificate_in_storage(database_id, owner, id);

CREATE TABLE ring_in_storage(
  database_id INTEGER NOT NULL REFERENCES security_database(id),
  owner TEXT NOT NULL, name TEXT NOT NULL, id INTEGER NOT NULL,
  PRIMARY KEY(database_id, owner, name)) WITHOUT ROWID;

CREATE TABLE ring_member_in_storage(
  database_id INTEGER NOT NULL, owner TEXT NOT NULL, ring TEXT NOT NULL,
  profile TEXT NOT NULL, usage TEXT NOT NULL, is_default INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY(database_id, owner, ring, profile),
  FOREIGN KEY(database_id, owner, ring) REFERENCES ring_in_storage(database_id, owner, name) ON DELETE CASCADE
  ) WITHOUT ROWID;

INSERT INTO certificate_in_storage SELECT id, c.database_id, owner, label, profile, status, der, private_key,
  key_fingerprint, subject, last_serial, request_made, pkds_label FROM certificate c
  JOIN class_option o ON o.database_id=c.database_id AND o.class='DIGTCERT'
  WHERE ' ' || o.options || ' ' LIKE '% RACLIST %';
INSERT INTO ring_in_storage SELECT r.database_id, owner, name, id FROM ring r
  JOIN class_option o ON o.database_id=r.database_id AND o.class='DIGTRING'
  WHERE ' ' || o.options || ' ' LIKE '% RACLIST %';
INSERT INTO ring_member_in_storage SELECT r.database_id, r.owner, name, profile, usage, is_default, position
  FROM ring_in_storage r JOIN ring_member ON ring_id=r.id JOIN certificate c ON c.id=certificate_id;
)sql";

// Libraries (partitioned data sets) and their members. A library has no records of its own in data_set; its members
// have its record format and length.
inline constexpr const char* schema_5 = R"sql(
CREATE TABLE data_set_library(
  system TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY(system, name),
  FOREIGN KEY(system, name) REFERENCES data_set(system, name) ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE data_set_member(
  system TEXT NOT NULL, library TEXT NOT NULL, name TEXT NOT NULL, records BLOB NOT NULL,
  PRIMARY KEY(system, library, name),
  FOREIGN KEY(system, library) REFERENCES data_set_library(system, name) ON DELETE CASCADE) WITHOUT ROWID;
)sql";

// Passwords for logging on to servers of a lab.
inline constexpr const char* schema_6 = R"sql(
CREATE TABLE user_password(
  database_id INTEGER NOT NULL, user TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, iterations INTEGER NOT NULL,
  PRIMARY KEY(database_id, user),
  FOREIGN KEY(database_id, user) REFERENCES user(database_id, name) ON DELETE CASCADE) WITHOUT ROWID;
)sql";

// Jobs and what they have on the spool. The number of a row of job is the order of submission. File 1 of a job is the
// job stream itself.
inline constexpr const char* schema_7 = R"sql(
CREATE TABLE job(
  sequence INTEGER PRIMARY KEY,
  system TEXT NOT NULL REFERENCES system(name), id TEXT NOT NULL, name TEXT NOT NULL,
  owner TEXT NOT NULL, submitter TEXT NOT NULL, class TEXT NOT NULL, symbols TEXT NOT NULL,
  status TEXT NOT NULL, return_code TEXT NOT NULL, held INTEGER NOT NULL,
  submitted INTEGER NOT NULL, started INTEGER, ended INTEGER, octets INTEGER NOT NULL,
  UNIQUE(system, id));

CREATE TABLE spool_file(
  system TEXT NOT NULL, job TEXT NOT NULL, number INTEGER NOT NULL,
  dd TEXT NOT NULL, step TEXT NOT NULL, records INTEGER NOT NULL, octets INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY(system, job, number),
  FOREIGN KEY(system, job) REFERENCES job(system, id) ON DELETE CASCADE) WITHOUT ROWID;
)sql";

// The part of a job's correlator that its submitter chose. Workflows of z/OSMF: `content` is the definition and the
// progress, as the services write it.
inline constexpr const char* schema_8 = R"sql(
CREATE TABLE job_correlator(
  system TEXT NOT NULL, job TEXT NOT NULL, chosen TEXT NOT NULL,
  PRIMARY KEY(system, job),
  FOREIGN KEY(system, job) REFERENCES job(system, id) ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE workflow(
  system TEXT NOT NULL REFERENCES system(name), key TEXT NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY(system, key)) WITHOUT ROWID;
)sql";

// What the unload of a site's database tells about a certificate, as text; NULL for one of the lab's own. Entries of
// conditional access lists, and what the load of an unload found that does not fit together.
inline constexpr const char* schema_9 = R"sql(
ALTER TABLE certificate ADD COLUMN site TEXT;
ALTER TABLE certificate_in_storage ADD COLUMN site TEXT;
CREATE INDEX certificate_of_site ON certificate(database_id) WHERE site IS NOT NULL;

CREATE TABLE conditional_access(
  database_id INTEGER NOT NULL, class TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL,
  condition TEXT NOT NULL, element TEXT NOT NULL, id TEXT NOT NULL, access TEXT NOT NULL,
  network TEXT NOT NULL, criteria TEXT NOT NULL,
  PRIMARY KEY(database_id, class, name, position),
  FOREIGN KEY(database_id, class, name) REFERENCES resource(database_id, class, name) ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE load_remark(
  id INTEGER PRIMARY KEY, database_id INTEGER NOT NULL REFERENCES security_database(id),
  kind TEXT NOT NULL, item TEXT NOT NULL, sentence TEXT NOT NULL);
CREATE INDEX connection_by_group ON connection(racf_group);
CREATE INDEX load_remark_by_database ON load_remark(database_id, id);
)sql";

/// The changes of each version. A new lab runs all of them, an older lab those after its version.
inline constexpr std::array schema_versions = {schema_1, schema_2, schema_3, schema_4, schema_5,
                                               schema_6, schema_7, schema_8, schema_9};
inline constexpr int schema_version = static_cast<int>(schema_versions.size());

}  // namespace ringside::database
