// emulator/database/inventory.cpp - the kinds of items and the SQL that reads them.
#include "emulator/database/inventory.hpp"

namespace ringside::database {
namespace {

/// SQL for an owner as commands name it: CERTAUTH, SITE, MULTIID or a user ID.
std::string owner_named(const std::string& column) {
  return "CASE " + column +
         " WHEN 'irrcerta' THEN 'CERTAUTH' WHEN 'irrsitec' THEN 'SITE' WHEN 'irrmulti' THEN 'MULTIID' ELSE 'ID(' || " +
         column + " || ')' END";
}

/// SQL for a column that is 0 or 1.
std::string yes_or_no(const std::string& column) {
  return "CASE " + column + " WHEN 0 THEN 'no' ELSE 'yes' END";
}

/// SQL for rows of a security database; place and name are the first two columns and the order.
std::string in_database(const std::string& name, const std::string& columns, const std::string& table,
                        const std::string& condition = "") {
  return "SELECT d.name, " + name + (columns.empty() ? "" : ", ") + columns + " FROM " + table +
         " JOIN security_database d ON d.id=t.database_id" + (condition.empty() ? "" : " WHERE ") + condition +
         " ORDER BY 1, 2";
}

/// SQL for the class and the rest of the name of a profile. Copies that SETROPTS RACLIST keeps are rows of their own,
/// with "RACLIST:" before the class, and a line end within the name of a copied filter.
std::string profile_named(const std::string& name) {
  return "replace(class, 'RACLIST:', '') || ' ' || replace(" + name + ", char(10), ' of ')";
}

const std::string present = "class NOT LIKE 'RACLIST:%'";
const std::string copied = "class LIKE 'RACLIST:%'";
const std::string profile_fields =
    "owner, uacc, level, " + yes_or_no("warning") + ", application_data, data, notify, audit";
const std::string has_key = "CASE WHEN t.private_key IS NULL THEN 'no' ELSE 'yes' END";

const std::vector<ItemKind> kinds = {
    {"setting",
     "SELECT '', CASE name WHEN 'zone' THEN 'time zone' ELSE name END, CASE WHEN value='' THEN '' WHEN name='zone' "
     "THEN 'UTC ' || printf('%+d', value) || ' minutes' ELSE strftime('%Y-%m-%d %H:%M:%S UTC', value, 'unixepoch') "
     "END FROM setting WHERE name IN ('clock', 'zone') ORDER BY 1, 2",
     {"value"}},
    {"system",
     "SELECT '', t.name, kind, sysplex, d.name FROM system t JOIN security_database d ON d.id=t.database_id ORDER BY "
     "1, 2",
     {"kind", "sysplex", "database"}},
    {"group",
     in_database("t.name", "superior, owner, attributes, data", "racf_group t"),
     {"superior group", "owner", "attributes", "installation data"}},
    {"user",
     in_database("t.name", "full_name, default_group, owner, attributes, data", "user t"),
     {"name", "default group", "owner", "attributes", "installation data"}},
    {"connection",
     in_database("user || ' to ' || racf_group", "authority, uacc, owner, attributes", "connection t"),
     {"authority", "UACC", "owner", "attributes"}},
    {"password", in_database("user", "hex(substr(salt, 1, 4))", "user_password t"), {"salt"}},
    {"segment field",
     in_database("class || ' ' || profile || ' ' || segment || ' ' || field", "value", "segment t"),
     {"value"}},
    {"class",
     in_database("CASE class WHEN 'SETROPTS:' THEN 'options of all classes' ELSE class END", "options",
                 "class_option t", "options<>''"),
     {"options"}},
    {"profile",
     in_database(profile_named("t.name"), profile_fields, "resource t", present),
     {"owner", "UACC", "level", "warning", "application data", "installation data", "notify", "audit"}},
    {"member", in_database("class || ' ' || t.name || ': ' || member", "", "resource_member t"), {}},
    {"access",
     in_database(profile_named("t.name") + " || ': ' || t.id", "access", "resource_access t", present),
     {"access"}},
    {"conditional access",
     in_database("t.class || ' ' || t.name || ': ' || t.position",
                 "condition, element, t.id, access, network, criteria", "conditional_access t"),
     {"condition", "element", "id", "access", "network", "criteria"}},
    {"profile in storage",
     in_database(profile_named("t.name"), profile_fields, "resource t", copied),
     {"owner", "UACC", "level", "warning", "application data", "installation data", "notify", "audit"}},
    {"access in storage",
     in_database(profile_named("t.name") + " || ': ' || t.id", "access", "resource_access t", copied),
     {"access"}},
    {"certificate",
     in_database(owner_named("owner") + " || ' ' || label",
                 "profile, status, der, " + has_key + ", pkds_label, " + yes_or_no("request_made") + ", site",
                 "certificate t"),
     {"profile", "status", "certificate", "private key", "PKDS label", "request made", "facts of the site"}},
    {"ring", in_database("t.owner || '/' || t.name", "", "ring t"), {}},
    {"connected certificate",
     in_database("t.owner || '/' || t.name || ': ' || " + owner_named("c.owner") + " || ' ' || c.label",
                 "usage, " + yes_or_no("is_default"),
                 "ring_member m JOIN ring t ON t.id=m.ring_id JOIN certificate c ON c.id=m.certificate_id"),
     {"usage", "default"}},
    {"certificate in storage",
     in_database(owner_named("owner") + " || ' ' || label", "profile, status, der, " + has_key + ", pkds_label",
                 "certificate_in_storage t"),
     {"profile", "status", "certificate", "private key", "PKDS label"}},
    {"ring in storage", in_database("t.owner || '/' || t.name", "", "ring_in_storage t"), {}},
    {"connected certificate in storage",
     in_database("owner || '/' || ring || ': ' || profile", "usage, " + yes_or_no("is_default"),
                 "ring_member_in_storage t"),
     {"usage", "default"}},
    {"name filter",
     in_database(owner_named("owner") + " || ' ' || label",
                 "issuer_filter, subject_filter, criteria, " + yes_or_no("trusted"), "name_filter t"),
     {"issuer", "subject", "criteria", "trusted"}},
    {"ICSF key", in_database("label", "private_key", "icsf_key t"), {"key"}},
    {"token", in_database("t.name", "", "token t"), {}},
    {"token object",
     in_database("token || ' ' || sequence", "label, " + owner_named("owner") + ", usage, der, " + has_key,
                 "token_object t"),
     {"label", "owner", "usage", "certificate", "private key"}},
    {"data set",
     "SELECT d.system, d.name, CASE WHEN l.name IS NULL THEN '' ELSE 'PO' END, record_format, record_length, records "
     "FROM data_set d LEFT JOIN data_set_library l ON l.system=d.system AND l.name=d.name ORDER BY 1, 2",
     {"DSORG", "RECFM", "LRECL", "content"}},
    {"member", "SELECT system, library || '(' || name || ')', records FROM data_set_member ORDER BY 1, 2", {"content"}},
    {"file",
     "SELECT system, path, owner || ':' || owner_group, printf('%o', mode), content FROM host_file ORDER BY 1, 2",
     {"owner", "mode", "content"}},
    {"listener",
     "SELECT system, 'port ' || port, kind, identity, key, trust, " + yes_or_no("mutual") +
         " FROM listener ORDER BY 1, 2",
     {"kind", "identity", "key", "trust", "mutual"}},
};

}  // namespace

const std::vector<ItemKind>& item_kinds() {
  return kinds;
}

std::optional<Item> Inventory::next() {
  if (!query_.next()) return std::nullopt;
  Item item{query_.text(0), query_.text(1), {}};
  for (std::size_t n = 0; n < fields_; ++n) item.fields.push_back(query_.text(static_cast<int>(n) + 2));
  return item;
}

}  // namespace ringside::database
