// harness/trust/explain.hpp - explains OpenSSL's error for a refused certificate in RACF's terms, so that a RACF
// administrator knows what to do.
#pragma once

#include <string>

#include "base/time.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/database/security_database.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/trust/reason.hpp"

namespace ringside::harness {

/// A reason and a sentence that explains it, without a full stop.
struct Finding {
  Reason reason = Reason::other;
  std::string text;
};

/// The side that verifies a certificate: its ring and the ring's database, or the key store with its anchors.
struct Judge {
  const racf::RingContents& ring;
  database::SecurityDatabase& database;
  std::string trust_store{};  ///< a path; empty if it has a ring
};

/// Why `judge` refused `presented`; `side` is the result of the verification. Compares the certificates with the
/// judge's ring and database, because OpenSSL does not know members with NOTRUST or other CAs of the same name.
Finding explain_verification(const crypto::SideResult& side, const Judge& judge, const crypto::Identity& presented,
                             base::Instant at, base::Zone zone);

/// Why a handshake broke off although no certificate was refused: a key that this version of TLS cannot use, the
/// server's or, if it shows one, the client's. Both may be nullptr.
Finding explain_break(const crypto::Identity* server, const crypto::Identity* client, crypto::TlsVersion version);

/// Why a ring gives its server no identity. `problem` must not be none.
Finding explain_identity(const racf::RingContents& ring);

}  // namespace ringside::harness
