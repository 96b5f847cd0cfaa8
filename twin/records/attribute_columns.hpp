// twin/records/attribute_columns.hpp - the attributes of users, groups and connections in the columns of an unload, for
// both directions.
#pragma once

#include <string_view>

#include "base/time.hpp"
#include "emulator/database/users.hpp"
#include "twin/records/record.hpp"
#include "twin/records/record_line.hpp"

namespace ringside::twin {

/// What ADDUSER gives as NAME if it is not specified, and LISTUSER shows as UNKNOWN (Command Language Reference,
/// ADDUSER).
inline constexpr std::string_view no_name = "####################";

/// Record 0100.
void put_group_attributes(const database::Attributes& attributes, RecordLine& line);
database::Attributes group_attributes(const Record& record);

/// Record 0205.
void put_connection_attributes(const database::Attributes& attributes, RecordLine& line);
database::Attributes connection_attributes(const Record& record);

/// Record 0200: the attributes, the dates of REVOKE and RESUME, and what kind of password the user has. The classes of
/// CLAUTH have records of their own, 0202.
///
/// - USBD_NOPWD is PRO for PROTECTED, PHR for a user with a password phrase. With USBD_PWD_ALG NOPASSWORD it has no
///   password beside it.
/// - A password without a date in USBD_PWD_DATE has expired, as RACF keeps it. A lab does not know when a password was
///   changed last: `created`, the day of the profile, stands for it.
/// - USBD_PWD_INTERVAL is blank for a password that does not expire (low; 0 and 255 are read as well).
void put_user_attributes(const database::Attributes& attributes, const base::CivilTime& created, RecordLine& line);
database::Attributes user_attributes(const Record& record);

}  // namespace ringside::twin
