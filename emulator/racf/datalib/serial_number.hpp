// emulator/racf/datalib/serial_number.hpp - IncSerialNum: the serial number of the next certificate that one signs.
#pragma once

#include <cstdint>

#include "base/bytes.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::racf::datalib {

/// Counts the serial numbers of a signing certificate (its DER) up, and returns the new one, which RACDCERT GENCERT
/// will not use. Needs IRR.DIGTCERT.GENCERT in FACILITY, at the level of the certificate's owner. Fails with 8/8/44 if
/// the database does not have the certificate, 8/8/4 for what is no certificate.
Answer<std::uint64_t> inc_serial_num(Session& session, base::ByteView certificate);

}  // namespace ringside::racf::datalib
