// emulator/crypto/certificates/certificate_state.cpp - certificates from OpenSSL's objects.
#include "emulator/crypto/certificates/certificate_state.hpp"

namespace ringside::crypto {

std::optional<Certificate> certificate_of(const X509* certificate) {
  auto copy = Certificate::from_der(encoded(certificate, i2d_X509));
  return copy ? std::optional(std::move(*copy)) : std::nullopt;
}

std::optional<DistinguishedName> subject_of(const X509* certificate) {
  auto name = DistinguishedName::from_der(encoded(X509_get_subject_name(certificate), i2d_X509_NAME));
  return name ? std::optional(std::move(*name)) : std::nullopt;
}

}  // namespace ringside::crypto
