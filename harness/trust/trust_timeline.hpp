// harness/trust/trust_timeline.hpp - trust over time: the moments at which links break or begin to hold.
//
// A link can change only when a certificate that it rests on begins or ends. At each such moment a real handshake is
// made, so that no day is missed and none is guessed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "harness/doctor/remedy.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// Where a certificate is, on the systems of the endpoints.
struct CertificatePlace {
  std::string system;
  std::string owner;  ///< user ID, irrcerta or irrsitec; empty where it is in a key store
  std::string label;  ///< or the key store's path
  bool has_key = false;
  std::vector<std::string> rings{};  ///< of the endpoints that it is connected to: "IZUSVR/IZUKeyring.IZUDFLT"
};

/// A certificate on the rings of the endpoints, which their readers see.
struct DatedCertificate {
  std::string subject, issuer;  ///< as RACDCERT LIST writes them
  std::string serial;
  base::Instant not_before{}, not_after{};
  std::vector<CertificatePlace> places;  ///< those with the private key first
  Cure renewal{};                        ///< of one that ends in the time looked at
};

/// A moment at which links change.
struct TrustMoment {
  base::Instant at{};               ///< the first second of the new state
  std::vector<std::size_t> begins;  ///< the certificates of the changed links that begin: places in `certificates`
  std::vector<std::size_t> ends;    ///< and those that end
  std::vector<Link> changes;        ///< each as it is from this moment on
};

struct TrustTimeline {
  base::Instant from{}, until{};
  base::Zone zone{};
  TrustReport start;                           ///< the matrix at `from`
  std::vector<DatedCertificate> certificates;  ///< by end, then by subject
  std::vector<TrustMoment> moments;            ///< those at which a link breaks or begins to hold, in order
  std::size_t examined = 0;                    ///< handshakes besides those of the start

  /// Whether a link breaks.
  [[nodiscard]] bool breaks() const;
};

/// From the moment of the options (or the lab's) to `until`. The error is a sentence: as of check_trust, `until` before
/// the start, or too many handshakes.
tl::expected<TrustTimeline, std::string> trust_timeline(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                                        const TrustOptions& options, base::Instant until);

/// The timeline as text: for each moment the links, the certificates, and the commands that renew them.
std::vector<std::string> timeline_lines(const TrustTimeline& timeline);

}  // namespace ringside::harness
