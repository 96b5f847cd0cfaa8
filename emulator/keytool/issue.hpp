// emulator/keytool/issue.hpp - making certificates and requests with any of Java's signature algorithms.
#pragma once

#include "emulator/crypto/named_signature.hpp"
#include "emulator/keytool/tool.hpp"

namespace ringside::keytool {

/// The algorithm of -sigalg, or the one that keytool picks for the key. Throws Refusal if it does not fit.
const crypto::NamedSignature& signature_for(const Text& name, const crypto::PublicKey& key);

struct CertificatePlan {
  base::Bytes subject, issuer;
  crypto::PublicKey key;
  base::Instant not_before{}, not_after{};
  std::vector<Extension> extensions;
};

X509 issue_certificate(const Tool& tool, const CertificatePlan& plan, const crypto::PrivateKey& signer,
                       const crypto::NamedSignature& algorithm);
base::Bytes make_request(const Tool& tool, const base::Bytes& subject, const crypto::PrivateKey& key,
                         const std::vector<Extension>& extensions, const crypto::NamedSignature& algorithm);

/// The moment of -startdate: now, a distance such as +1y-1d, or a date. Throws Refusal.
base::Instant start_date(const Tool& tool);
base::Instant end_date(base::Instant start, long days);

/// -ext options turned into extensions; a key identifier is always among them, the issuer's if `authority` differs.
/// `requested` is what a request asks for, of which "honored=" takes some.
std::vector<Extension> make_extensions(const std::vector<std::string>& options, const crypto::PublicKey& key,
                                       const std::optional<crypto::PublicKey>& authority,
                                       const std::vector<Extension>& requested = {});

}  // namespace ringside::keytool
