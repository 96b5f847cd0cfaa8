// harness/trust/explain.hpp - turns what OpenSSL says about a refused certificate into what a RACF administrator
// can act on.
#pragma once

#include <string>

#include "base/time.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/database/security_database.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/trust/reason.hpp"

namespace ringside::harness {

/// A reason and the sentence behind it, without a full stop.
struct Finding {
  Reason reason = Reason::other;
  std::string text;
};

/// Who judges a certificate: its ring and the database behind the ring, or the key store that holds its anchors.
struct Judge {
  const racf::RingContents& ring;
  database::SecurityDatabase& database;
  std::string trust_store{};  ///< a path; empty where a ring judges
};

/// Why `judge` refused `presented`, whose verification ended in `side`. Compares the certificates with the judge's ring
/// and database, since OpenSSL cannot know what a NOTRUST member or a CA of the same name is.
Finding explain_verification(const crypto::SideResult& side, const Judge& judge, const crypto::Identity& presented,
                             base::Instant at, base::Zone zone);

/// Why a ring gives its server no identity. `problem` is not none.
Finding explain_identity(const racf::RingContents& ring);

}  // namespace ringside::harness
