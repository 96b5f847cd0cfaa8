// harness/report/verdict.hpp - the verdict of one pair over all versions of TLS.
#pragma once

#include <string>
#include <vector>

#include "harness/trust/trust.hpp"

namespace ringside::harness::report {

inline constexpr const char* trusted_text = "trusted";

/// A pair of client and server in a matrix.
struct Verdict {
  std::string text;                ///< "trusted", "expired", "not on ring (TLS 1.3)"; empty if no handshake was made
  std::vector<const Link*> links;  ///< by version
  [[nodiscard]] bool trusted() const { return text == trusted_text; }
  /// The first refused link, or the first link.
  [[nodiscard]] const Link* telling() const;
};

Verdict verdict_of(const TrustReport& report, std::size_t client, std::size_t server);

/// Refused pairs that have the same cause.
struct Cause {
  std::size_t number = 0;  ///< from 1
  Reason reason = Reason::other;
  std::string explanation;                              ///< in RACF's words
  std::vector<std::string> openssl;                     ///< OpenSSL's words, each once
  std::vector<std::pair<std::size_t, std::size_t>> of;  ///< client and server
};

/// Every refused pair belongs to one cause. Causes with most pairs come first.
std::vector<Cause> causes_of(const TrustReport& report);

/// The number of the cause of a pair; 0 if it is not refused.
std::size_t cause_number(const std::vector<Cause>& causes, std::size_t client, std::size_t server);

}  // namespace ringside::harness::report
