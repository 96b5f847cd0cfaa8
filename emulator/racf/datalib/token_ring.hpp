// emulator/racf/datalib/token_ring.hpp - the certificates of a PKCS#11 token of ICSF, read as a ring.
//
// The user ID *TOKEN* makes the ring name that of a token (Callable Services, "R_datalib", RACF_userid).
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/datalib/entry.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::racf::datalib {

/// The user ID that stands for ICSF.
inline constexpr const char* token_owner = "*TOKEN*";

/// Returns the certificates of a token, by their sequence numbers. The name may be in any case. Class CRYPTOZ decides:
/// READ on USER.<token>, else 8/8/8. Fails with 8/8/84 if there is no such token.
Answer<std::vector<Entry>> read_token(Session& session, const std::string& token);

}  // namespace ringside::racf::datalib
