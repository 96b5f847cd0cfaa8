// emulator/racf/datalib/serial_number.cpp - IncSerialNum: the serial number of the next certificate that one signs.
#include "emulator/racf/datalib/serial_number.hpp"

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/datalib/authority.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::datalib {

Answer<std::uint64_t> inc_serial_num(Session& session, base::ByteView certificate) {
  const auto parsed = crypto::Certificate::from_der(certificate);
  if (!parsed) return fail(bad_parameter_list, parsed.error().detail);
  auto record = session.database.certificates.by_profile(racdcert::profile_name(*parsed));
  if (!record || record->der != parsed->der()) return fail(no_certificate, "the certificate is not in the database");
  Context context(session);
  const AccessNeed need{"FACILITY", "IRR.DIGTCERT.GENCERT", racdcert::level_for(context, {record->owner})};
  if (!has_access(context, need)) return tl::make_unexpected(access_failure(context, need));
  ++record->last_serial;
  session.database.certificates.replace(*record);
  return static_cast<std::uint64_t>(record->last_serial);
}

}  // namespace ringside::racf::datalib
