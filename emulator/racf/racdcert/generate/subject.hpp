// emulator/racf/racdcert/generate/subject.hpp - the names of a certificate: SUBJECTSDN and ALTNAME.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// The name of SUBJECTSDN; nullopt without the operand. RACF's fixed order (CN T OU O L SP C as listed), not the order
/// typed. IRRD130I if it has no part, RSD209I if it is longer than 1024 characters or its parts are refused.
Result<std::optional<crypto::DistinguishedName>> read_subject(const Request& request);

/// ALTNAME: the values of IP, DOMAIN, EMAIL and URI, and of their lists.
struct AltNameOperand {
  crypto::AltNames names;
  std::string list;  ///< first list keyword that was given (AIP, ADOMAIN, AEMAIL, AURI)
};
std::optional<AltNameOperand> read_alt_name(const parser::Keyword& operands);

/// Returns the names of ALTNAME; nullopt if there are none. RSD209I for a list at a level of RACF below 3.2, for an
/// e-mail address without '@', and for a URI without a scheme.
Result<std::optional<crypto::AltNames>> alt_names_for(lab::RacfLevel level,
                                                      const std::optional<AltNameOperand>& operand);

}  // namespace ringside::racf::racdcert
