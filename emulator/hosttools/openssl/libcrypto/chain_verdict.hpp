// emulator/hosttools/openssl/libcrypto/chain_verdict.hpp - `openssl verify`: the path from a certificate to an anchor,
// and every error found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/name.hpp"

namespace ringside::openssl {

struct ChainOptions {
  base::Instant at{};
  bool partial_chain = false;
  bool check_time = true;
  bool strict = false;             ///< -x509_strict
  bool self_signatures = false;    ///< -check_ss_sig
  bool revocation = false;         ///< -crl_check; there are no revocation lists here, so this is always an error
  bool revocation_of_all = false;  ///< -crl_check_all
  bool policies = false;           ///< -policy_check
  std::optional<int> depth;
  std::optional<int> level;  ///< -auth_level
  std::string purpose;       ///< "sslserver"; is_purpose
  std::string host, address, email;
};

/// Whether OpenSSL has a purpose of this name.
bool is_purpose(const std::string& name);

struct ChainError {
  int error = 0;  ///< X509_V_ERR_...
  int depth = 0;
  std::string text;                                  ///< OpenSSL's words
  std::optional<crypto::DistinguishedName> subject;  ///< of the certificate at fault
};
struct ChainLink {
  crypto::Certificate certificate;
  bool untrusted = false;  ///< not an anchor
};
struct ChainVerdict {
  bool holds = false;
  std::vector<ChainError> errors;  ///< in the order found; some do not end the search
  std::vector<ChainLink> path;     ///< if the chain holds: from the certificate upwards
};

ChainVerdict verify_chain(const crypto::Certificate& certificate, const std::vector<crypto::Certificate>& anchors,
                          const std::vector<crypto::Certificate>& untrusted, const ChainOptions& options);

}  // namespace ringside::openssl
