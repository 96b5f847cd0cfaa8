// twin/records/attribute_columns.cpp - the attributes of users, groups and connections in the columns of an unload.
#include "twin/records/attribute_columns.hpp"

#include <array>
#include <span>
#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/users/user_attributes.hpp"

namespace ringside::twin {
namespace {

struct AttributeColumn {
  std::string_view column;
  std::string_view word;  ///< of database::Attributes
};

constexpr std::array group_columns{AttributeColumn{"GPBD_NOTERMUACC", "NOTERMUACC"},
                                   AttributeColumn{"GPBD_UNIVERSAL", "UNIVERSAL"}};
constexpr std::array connection_columns{
    AttributeColumn{"USCON_GRP_ADSP", "ADSP"},       AttributeColumn{"USCON_GRP_SPECIAL", "SPECIAL"},
    AttributeColumn{"USCON_GRP_OPER", "OPERATIONS"}, AttributeColumn{"USCON_REVOKE", "REVOKED"},
    AttributeColumn{"USCON_GRP_ACC", "GRPACC"},      AttributeColumn{"USCON_NOTERMUACC", "NOTERMUACC"},
    AttributeColumn{"USCON_GRP_AUDIT", "AUDITOR"},
};
constexpr std::array user_columns{
    AttributeColumn{"USBD_ADSP", "ADSP"},       AttributeColumn{"USBD_SPECIAL", "SPECIAL"},
    AttributeColumn{"USBD_OPER", "OPERATIONS"}, AttributeColumn{"USBD_REVOKE", "REVOKED"},
    AttributeColumn{"USBD_GRPACC", "GRPACC"},   AttributeColumn{"USBD_UAUDIT", "UAUDIT"},
    AttributeColumn{"USBD_AUDITOR", "AUDITOR"}, AttributeColumn{"USBD_OIDCARD", "OIDCARD"},
    AttributeColumn{"USBD_ROAUDIT", "ROAUDIT"},
};

using Columns = std::span<const AttributeColumn>;

void put_flags(Columns columns, const database::Attributes& attributes, RecordLine& line) {
  for (const AttributeColumn& each : columns) line.flag(each.column, attributes.contains(std::string(each.word)));
}

database::Attributes flags_in(Columns columns, const Record& record) {
  database::Attributes attributes;
  for (const AttributeColumn& each : columns)
    if (record.flag(field(each.column))) attributes.insert(std::string(each.word));
  return attributes;
}

/// The columns of the days of REVOKE and RESUME.
struct Days {
  std::string_view revoke, resume;
};
constexpr Days user_days{"USBD_REVOKE_DATE", "USBD_RESUME_DATE"};
constexpr Days connection_days{"USCON_REVOKE_DATE", "USCON_RESUME_DATE"};

void put_days(const Days& days, const database::Attributes& attributes, RecordLine& line) {
  if (const auto day = racf::revocation_day(attributes, "REVOKE")) line.date(days.revoke, *day);
  if (const auto day = racf::revocation_day(attributes, "RESUME")) line.date(days.resume, *day);
}

void read_day(const Record& record, std::string_view column, const char* keyword, database::Attributes& attributes) {
  if (const auto day = record.date(field(column)))
    racf::set_revocation_date(attributes, keyword,
                              fmt::format("{:02}/{:02}/{:02}", day->month, day->day, day->year % 100));
}

void read_days(const Days& days, const Record& record, database::Attributes& attributes) {
  read_day(record, days.revoke, "REVOKE", attributes);
  read_day(record, days.resume, "RESUME", attributes);
}

void put_password(const database::Attributes& attributes, const base::CivilTime& created, RecordLine& line) {
  const bool is_protected = attributes.contains("PROTECTED");
  const bool has_phrase = attributes.contains("PASSPHRASE");
  const bool has_password = !is_protected && !attributes.contains("NOPASSWORD");
  line.text("USBD_NOPWD", is_protected ? "PRO" : has_phrase ? "PHR" : "NO");
  if (!has_password) line.text("USBD_PWD_ALG", "NOPASSWORD");
  if (!has_phrase) line.text("USBD_PHR_ALG", "NOPHRASE");
  if (!attributes.contains("EXPIRED")) {
    if (has_password) line.date("USBD_PWD_DATE", created);
    if (has_phrase) line.date("USBD_PHR_DATE", created);
  }
  if (const auto interval = base::number(racf::password_interval(attributes), 254))
    line.number("USBD_PWD_INTERVAL", static_cast<std::uint64_t>(*interval));
}

void read_password(const Record& record, database::Attributes& attributes) {
  const std::string kind = record.text(field("USBD_NOPWD"));
  if (kind == "PRO") return void(attributes.insert("PROTECTED"));
  const bool has_phrase = kind == "PHR";
  const bool has_password = record.text(field("USBD_PWD_ALG")) != "NOPASSWORD";
  if (has_phrase) attributes.insert("PASSPHRASE");
  if (has_phrase && !has_password) attributes.insert("NOPASSWORD");
  const std::string_view changed = has_phrase && !has_password ? "USBD_PHR_DATE" : "USBD_PWD_DATE";
  if (!record.date(field(changed))) attributes.insert("EXPIRED");
  constexpr std::int64_t never = 255;
  const std::int64_t interval = record.number(field("USBD_PWD_INTERVAL")).value_or(never);
  const std::string text = interval <= 0 || interval >= never ? racf::no_password_interval : std::to_string(interval);
  if (text != racf::password_interval({})) racf::set_password_interval(attributes, text);
}

}  // namespace

void put_group_attributes(const database::Attributes& attributes, RecordLine& line) {
  put_flags(group_columns, attributes, line);
}

database::Attributes group_attributes(const Record& record) {
  return flags_in(group_columns, record);
}

void put_connection_attributes(const database::Attributes& attributes, RecordLine& line) {
  put_flags(connection_columns, attributes, line);
  put_days(connection_days, attributes, line);
}

database::Attributes connection_attributes(const Record& record) {
  database::Attributes attributes = flags_in(connection_columns, record);
  read_days(connection_days, record, attributes);
  return attributes;
}

void put_user_attributes(const database::Attributes& attributes, const base::CivilTime& created, RecordLine& line) {
  put_flags(user_columns, attributes, line);
  put_days(user_days, attributes, line);
  put_password(attributes, created, line);
  if (attributes.contains("RESTRICTED")) line.text("USBD_ATTRIBS", "RSTD");
}

database::Attributes user_attributes(const Record& record) {
  database::Attributes attributes = flags_in(user_columns, record);
  read_days(user_days, record, attributes);
  read_password(record, attributes);
  if (record.text(field("USBD_ATTRIBS")) == "RSTD") attributes.insert("RESTRICTED");
  return attributes;
}

}  // namespace ringside::twin
