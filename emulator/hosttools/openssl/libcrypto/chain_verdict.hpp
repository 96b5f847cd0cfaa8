// emulator/hosttools/openssl/libcrypto/chain_verdict.hpp - `openssl verify`: a path from a certificate to an anchor,
// with all that is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/name.hpp"

namespace ringside::crypto {

struct ChainOptions {
  base::Instant at{};
  bool partial_chain = false;
  bool check_time = true;
  bool strict = false;             ///< -x509_strict
  bool self_signatures = false;    ///< -check_ss_sig
  bool revocation = false;         ///< -crl_check: there are no lists here, so each certificate lacks one
  bool revocation_of_all = false;  ///< -crl_check_all
  bool policies = false;           ///< -policy_check
  std::optional<int> depth;
  std::optional<int> level;  ///< -auth_level
  std::string purpose;       ///< "sslserver"; is_purpose
  std::string host, address, email;
};

/// Whether OpenSSL knows a purpose of that name.
bool is_purpose(const std::string& name);

struct ChainError {
  int error = 0;  ///< X509_V_ERR_...
  int depth = 0;
  std::string text;                          ///< OpenSSL's words
  std::optional<DistinguishedName> subject;  ///< of the certificate at fault
};
struct ChainLink {
  Certificate certificate;
  bool untrusted = false;  ///< it came from among those that are not anchors
};
struct ChainVerdict {
  bool holds = false;
  std::vector<ChainError> errors;  ///< as they were found; some do not end the search
  std::vector<ChainLink> path;     ///< if it holds, from the certificate up
};

ChainVerdict verify_chain(const Certificate& certificate, const std::vector<Certificate>& anchors,
                          const std::vector<Certificate>& untrusted, const ChainOptions& options);

}  // namespace ringside::crypto
