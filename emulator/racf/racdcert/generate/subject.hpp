// emulator/racf/racdcert/generate/subject.hpp - SUBJECTSDN and ALTNAME to names.
#pragma once

#include <optional>

#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// The name of SUBJECTSDN in RACF's fixed order (CN T OU O L SP C as listed), whatever the order typed. IRRD130I if it
/// has no part, RSD209I if it is too long (1024 characters in all).
Result<crypto::DistinguishedName> subject_operand(const parser::Keyword& operands);

/// The values of ALTNAME; nothing without the operand or if it has none. RSD209I for the lists of 3.2 (AIP, ADOMAIN,
/// AEMAIL, AURI) at an older level, an e-mail address without '@', or a URI without a scheme.
Result<std::optional<crypto::AltNames>> alt_name_operand(const parser::Keyword& operands, lab::RacfLevel level);

}  // namespace ringside::racf::racdcert
