// twin/records/resource_columns.hpp - audit options and members of resources in the columns of an unload, for both
// directions.
#pragma once

#include <string>
#include <string_view>

#include "twin/records/record.hpp"
#include "twin/records/record_line.hpp"

namespace ringside::twin {

/// AUDIT as RLIST shows it ("SUCCESS(UPDATE),FAILURES(READ)", "ALL(READ)", "NONE") in the columns AUDIT_LEVEL,
/// AUDIT_OKQUAL and AUDIT_FAQUAL. `prefix` is that of the record's fields: GRBD or DSBD.
void put_audit(std::string_view prefix, std::string_view audit, RecordLine& line);
/// The same back; FAILURES(READ), the default of RDEFINE, if the level is blank. SUCCESS and FAILURES of the same level
/// are ALL.
std::string audit_in(std::string_view prefix, const Record& record);

/// A member of a resource as ADDMEM has it in the columns of record 0503: GLOBAL has the access apart, PROGRAM the
/// volume and PADCHK or NOPADCHK, SECDATA the number of a security level.
void put_member(std::string_view profile_class, std::string_view profile, std::string_view member, RecordLine& line);
std::string member_in(const Record& record);

}  // namespace ringside::twin
