// server/services/served_ring.hpp - the key ring of a z/OSMF instance: what its TLS server shows and trusts now.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "server/http/listener.hpp"

namespace ringside::services {

/// Why a ring gives its server no TLS, and what mends it.
struct RingProblem {
  std::string text;                     ///< one sentence
  std::vector<std::string> commands{};  ///< of the best remedy; empty if none is known
};

class ServedRing {
 public:
  ServedRing(lab::Lab& lab, database::SystemRecord system, racf::RingName ring);

  /// Reads the ring again if the lab has changed since. Returns a line for the log if the ring gives another result
  /// than before. For the thread that is inside of the lab.
  std::optional<std::string> refresh();

  /// What the next connection gets: what refresh() found last. If the ring cannot be used, a certificate of the
  /// server's own that nobody trusts, so that a client that does not check it can read why. May be called by any
  /// thread.
  [[nodiscard]] http::TlsOffer offer() const;

  // For the thread that is inside of the lab.
  [[nodiscard]] const std::optional<RingProblem>& problem() const { return problem_; }
  [[nodiscard]] const racf::RingName& name() const { return ring_; }
  /// The anchors and the identity of the ring, as refresh() found them last.
  [[nodiscard]] const crypto::Party& party() const { return party_; }
  /// The self-signed certificate above the server's, or the server's own; nullopt if the ring does not have it.
  [[nodiscard]] std::optional<crypto::Certificate> ca() const;
  /// SHA-256 in hex of that certificate; empty without one.
  [[nodiscard]] std::string ca_fingerprint() const;

 private:
  void take(const racf::RingContents& contents);
  void set_problem(const racf::RingContents& contents);

  lab::Lab& lab_;
  database::SystemRecord system_;
  racf::RingName ring_;
  std::optional<std::uint64_t> version_;  ///< of the lab's data, when the ring was read
  base::Bytes seen_;                      ///< names what the ring gave
  crypto::Party party_, emergency_;
  std::optional<RingProblem> problem_;
  mutable std::mutex mutex_;
  http::TlsOffer offer_;
};

}  // namespace ringside::services
