// emulator/hosttools/keytool/certificates/issue.hpp - making certificates and requests with any of Java's signature
// algorithms.
#pragma once

#include "emulator/hosttools/keytool/certificates/named_signature.hpp"
#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// The algorithm of -sigalg, or the one that keytool picks for the key. Throws Refusal if it does not fit.
const NamedSignature& signature_for(const Text& name, const crypto::PublicKey& key);

struct CertificatePlan {
  base::Bytes subject, issuer;
  crypto::PublicKey key;
  base::Instant not_before{}, not_after{};
  std::vector<Extension> extensions;
};

X509 issue_certificate(const Tool& tool, const CertificatePlan& plan, const crypto::PrivateKey& signer,
                       const NamedSignature& signature);
base::Bytes make_request(const Tool& tool, const base::Bytes& subject, const crypto::PrivateKey& key,
                         const std::vector<Extension>& extensions, const NamedSignature& signature);

/// The moment of -startdate: now, a distance such as +1y-1d, or a date. Throws Refusal.
base::Instant start_date(const Tool& tool);
/// Refuses years after 9999 with an exception of `java_class`.
base::Instant end_date(base::Instant start, long days, const std::string& java_class);

}  // namespace ringside::keytool
