// server/services/tokens.hpp - the tokens LtpaToken2 and jwtToken by which a caller stays logged on.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "base/time.hpp"

namespace ringside::services {

/// Tokens are signed with a random key of the process, so that they end with it. All systems that the process serves
/// accept them, as instances of z/OSMF that share an LTPA key do.
class Tokens {
 public:
  static constexpr std::chrono::hours lifetime{8};
  static constexpr std::size_t most_ended = 10'000;  ///< tokens that were ended early and are remembered

  /// The clock is that of the machine if none is given: a lab's may stand still. It must outlive the object.
  explicit Tokens(const base::Clock* clock = nullptr);

  [[nodiscard]] std::string ltpa_token(const std::string& user);
  [[nodiscard]] std::string json_web_token(const std::string& user);
  /// The user of a token of either kind; nullopt if it is malformed, was not made here, or has ended.
  [[nodiscard]] std::optional<std::string> user_of(const std::string& token) const;
  /// Ends a token before its time.
  void end(const std::string& token);

 private:
  [[nodiscard]] std::string signature_of(const std::string& text) const;
  /// The text that is signed, if the signature is right.
  [[nodiscard]] std::optional<std::string> signed_part(const std::string& token) const;

  const base::Clock& clock_;
  base::Bytes key_;
  std::map<std::string, base::Instant> ended_;  ///< signatures, with the time at which the token would have ended
};

}  // namespace ringside::services
