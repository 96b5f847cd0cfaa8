// emulator/racf/datalib/ring_reader.hpp - what a server gets from a key ring: its identity and its anchors, or why it
// gets none.
//
// The view of R_datalib (IRRSDL00) as System SSL and Java use it: certificates with status NOTRUST are not there, the
// default certificate is the server's, and its key is given only where usage and authority allow (z/OS Security Server
// RACF Callable Services, "R_datalib").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::racf {

/// Why a ring yields no identity.
enum class IdentityProblem {
  none,
  no_ring,           ///< the ring does not exist
  not_authorized,    ///< the ring's owner may not read it
  no_default,        ///< no member is the default
  no_label,          ///< no member has the label that was asked for
  not_trusted,       ///< the certificate has status NOTRUST
  not_personal,      ///< it is connected with usage CERTAUTH or SITE
  no_key,            ///< its private key is not in the database
  key_not_readable,  ///< the ring's owner has no authority for the private key
};

struct RingCertificate {
  database::CertificateRecord record;
  crypto::Certificate certificate;
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
  std::optional<crypto::PrivateKey> key{};  ///< only if R_datalib gives it to the ring's owner
  [[nodiscard]] bool visible() const { return record.status != database::Status::notrust; }
};

struct RingContents {
  RingName ring;
  crypto::Party party;                   ///< identity, unless there is a problem, and anchors
  std::vector<RingCertificate> members;  ///< in the order of connection; NOTRUST ones too, to explain what is missing
  IdentityProblem problem = IdentityProblem::none;
  std::string explanation{};  ///< of the problem, in RACF's terms; empty if there is none
  /// What R_datalib answers where it gives no certificate at all: "8/8/84, the ring does not exist".
  std::string answer{};
  /// The commands that would let the ring's owner read it, where he may not.
  std::vector<std::string> commands{};
  /// What a real system would hold against reading this ring, where Ringside only warns.
  std::vector<std::string> remarks{};
  /// Whether the ring could be read at all; one that could may still lack an identity.
  [[nodiscard]] bool readable() const {
    return problem != IdentityProblem::no_ring && problem != IdentityProblem::not_authorized;
  }
};

/// Reads a ring through R_datalib as a server does that runs under the ring owner's user ID. A ring that no profile
/// protects is read with a remark; --strict refuses it as a real system does. `label` asks for a certificate other than
/// the default. Throws base::Fault if the database holds what is no certificate.
RingContents read_ring(lab::Lab& lab, const database::SystemRecord& system, const RingName& ring,
                       const std::optional<std::string>& label = std::nullopt);

}  // namespace ringside::racf
