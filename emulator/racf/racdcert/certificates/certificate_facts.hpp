// emulator/racf/racdcert/certificates/certificate_facts.hpp - what is known of a certificate without its key: of one of
// the lab from its content, of one of a twin from the site's unload.
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/database/certificates.hpp"

namespace ringside::racf {

struct CertificateFacts {
  std::string serial;           ///< hexadecimal digits in upper case
  std::string issuer, subject;  ///< as listed; the subject is empty if nobody knows it
  base::Instant not_before{}, not_after{};
  crypto::KeySpec key{};
  std::string signature_algorithm;         ///< the word of RACDCERT LIST: "sha256RSA"
  std::string fingerprint;                 ///< SHA-256 in hexadecimal digits, upper case; empty if nobody knows it
  std::optional<database::Grade> grade{};  ///< nullopt: a certificate of the lab's own
};

/// Makes no key. Throws base::Fault if the stored DER is damaged.
CertificateFacts certificate_facts(const database::CertificateRecord& record);

/// A sentence that says what the grade of a twin's certificate means; empty for one of the lab's own, and for a real
/// one whose private key is here or nowhere.
std::string grade_remark(const database::CertificateRecord& record);

}  // namespace ringside::racf
