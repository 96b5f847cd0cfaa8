// harness/trust/trust_timeline.hpp - trust over time: the moments at which links break or become trusted.
//
// A link can change only when one of its certificates begins or ends. A real handshake is made at each such moment, so
// no change is missed and none is guessed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "harness/doctor/remedy.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// A place of a certificate on the systems of the endpoints.
struct CertificatePlace {
  std::string system;
  std::string owner;  ///< user ID, irrcerta or irrsitec; empty in a key store
  std::string label;  ///< or the key store's path
  bool has_key = false;
  std::vector<std::string> rings{};  ///< of the endpoints that it is connected to: "IZUSVR/IZUKeyring.IZUDFLT"
};

/// A certificate on a ring of the endpoints that the ring's readers see.
struct DatedCertificate {
  std::string subject, issuer;  ///< as RACDCERT LIST writes them
  std::string serial;
  base::Instant not_before{}, not_after{};
  std::vector<CertificatePlace> places;  ///< places with the private key come first
  Cure renewal{};                        ///< set if it ends in the period
};

/// A moment at which links change.
struct TrustMoment {
  base::Instant at{};               ///< the first second of the new state
  std::vector<std::size_t> begins;  ///< certificates of the changed links that begin: indexes of `certificates`
  std::vector<std::size_t> ends;    ///< those that end
  std::vector<Link> changes;        ///< each link's result from this moment on
};

struct TrustTimeline {
  base::Instant from{}, until{};
  base::Zone zone{};
  TrustReport start;                           ///< the matrix at `from`
  std::vector<DatedCertificate> certificates;  ///< by end, then by subject
  std::vector<TrustMoment> moments;            ///< in order; each has a change
  std::size_t examined = 0;                    ///< handshakes besides those of the start

  /// Whether any link breaks.
  [[nodiscard]] bool breaks() const;
};

/// From the moment of the options (or the lab's) to `until`. The error is a sentence: as for check_trust, `until` is
/// before the start, or there are too many handshakes.
tl::expected<TrustTimeline, std::string> trust_timeline(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                                        const TrustOptions& options, base::Instant until);

}  // namespace ringside::harness
