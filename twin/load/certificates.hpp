// twin/load/certificates.hpp - loads the certificates of an unload: real ones from files, and stand-ins.
#pragma once

#include <cstdint>
#include <map>

#include "emulator/database/twin/site_facts.hpp"
#include "twin/load/loading.hpp"
#include "twin/load/site_files.hpp"

namespace ringside::twin {

/// A record of the types 0207, 0560, 0561, 0562 and 1560: it waits until the last record.
void keep_certificate_record(Loading& loading, const Record& record);

using Grades = std::map<database::Grade, std::uint64_t>;

/// After the last record: adds every certificate whose base record (0500, class DIGTCERT) and label (0207) are there.
/// Names, dates and keys are those of the records 0560 and 1560; the name of the profile gives serial number and issuer
/// where 1560 is missing, and then the certificate is hollow. Returns how many there are of each grade.
Grades load_certificates(Loading& loading, const SiteFiles& files);

}  // namespace ringside::twin
