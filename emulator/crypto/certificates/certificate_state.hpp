// emulator/crypto/certificates/certificate_state.hpp - the state that copies of a Certificate share. Only for code that
// uses OpenSSL.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

struct Certificate::State {
  base::Bytes der;
  std::string serial, algorithm;
  DistinguishedName issuer, subject;
  base::Instant not_before{}, not_after{};
  Extensions extensions;

  std::optional<PublicKey> key;  // not of a stored certificate
  std::once_flag decoded;
  Owned<X509, X509_free> x509;
};

/// Copies OpenSSL's object. Returns nullopt if Certificate::from_der would not accept its DER.
std::optional<Certificate> certificate_of(const X509* certificate);
/// Returns nullopt if DistinguishedName::from_der would not accept the name.
std::optional<DistinguishedName> subject_of(const X509* certificate);

}  // namespace ringside::crypto
