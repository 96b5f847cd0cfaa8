// emulator/crypto/certificates/certificate_state.hpp - what a Certificate shares among its copies. Only for files in
// this folder.
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

  std::optional<PublicKey> key;  // of a certificate that we made
  std::once_flag decoded;
  Owned<X509, X509_free> x509;
};

/// A copy of what OpenSSL holds; nothing if it is none that Certificate takes.
std::optional<Certificate> certificate_of(const X509* certificate);

}  // namespace ringside::crypto
