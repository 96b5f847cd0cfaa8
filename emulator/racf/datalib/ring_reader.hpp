// emulator/racf/datalib/ring_reader.hpp - what a server reads from a key ring: its identity and its trust anchors, or
// why it gets no identity.
//
// Reads through R_datalib (IRRSDL00) as System SSL and Java do: certificates with status NOTRUST are left out, the
// default certificate is that of the server, and its key is returned only if usage and authority allow it (z/OS
// Security Server RACF Callable Services, "R_datalib").
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

/// Why a ring gives no identity.
enum class IdentityProblem {
  none,
  no_ring,           ///< the ring does not exist
  not_authorized,    ///< the ring's owner is not authorized to read it
  no_default,        ///< no member is the default
  no_label,          ///< no member has the requested label
  not_trusted,       ///< the certificate has status NOTRUST
  not_personal,      ///< it is connected with usage CERTAUTH or SITE
  no_key,            ///< its private key is not in the database
  key_not_readable,  ///< the ring's owner has no authority for the private key
};

/// A member of a ring.
struct RingCertificate {
  database::CertificateRecord record;
  crypto::Certificate certificate;
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
  std::optional<crypto::PrivateKey> key{};  ///< only if R_datalib gives it to the ring's owner
  /// Returns false for status NOTRUST, which hides the certificate from readers.
  [[nodiscard]] bool visible() const { return record.status != database::Status::notrust; }
};

/// A ring as a server reads it.
struct RingContents {
  RingName ring;
  crypto::Party party;  ///< anchors, and the identity if there is no problem
  std::vector<RingCertificate>
      members;  ///< in the order of connection, also those with NOTRUST, to explain what is missing
  IdentityProblem problem = IdentityProblem::none;
  std::string explanation{};  ///< of the problem; empty if there is none
  /// The codes of R_datalib with their meaning, if it returned no certificate: "8/8/84, the ring does not exist".
  std::string answer{};
  /// The commands that would authorize the ring's owner to read it, if that is the problem.
  std::vector<std::string> commands{};
  /// The command that lets readers see the present ring, if RACF's copies show an older one.
  std::string refresh{};
  /// What a real system does differently under --lenient, and which refreshes are missing.
  std::vector<std::string> remarks{};
  /// Returns whether the ring was read. A ring that was read may have no identity.
  [[nodiscard]] bool readable() const {
    return problem != IdentityProblem::no_ring && problem != IdentityProblem::not_authorized;
  }
};

/// Returns the issuers of a certificate that are on the ring, with the self-signed one, which System SSL sends too. Of
/// several certificates with the issuer's name and key, the first one valid at this time is sent, else the first.
/// `visible` are the members that readers see, in the order of connection.
std::vector<crypto::Certificate> chain_on_ring(const crypto::Certificate& leaf,
                                               const std::vector<crypto::Certificate>& visible, base::Instant at);

/// Reads a ring through R_datalib, as a server that runs under the user ID of the ring's owner. `label` selects a
/// certificate other than the default one. Throws base::Fault if a certificate in the database is damaged.
RingContents read_ring(lab::Lab& lab, const database::SystemRecord& system, const RingName& ring,
                       const std::optional<std::string>& label = std::nullopt);

}  // namespace ringside::racf
