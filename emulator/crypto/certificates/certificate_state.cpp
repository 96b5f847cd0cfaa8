// emulator/crypto/certificates/certificate_state.cpp - certificates from OpenSSL's objects.
#include "emulator/crypto/certificates/certificate_state.hpp"

namespace ringside::crypto {

std::optional<Certificate> certificate_of(const X509* certificate) {
  std::uint8_t* der = nullptr;
  const int length = i2d_X509(certificate, &der);
  if (length <= 0) return std::nullopt;
  auto copy = Certificate::from_der(base::ByteView(der, static_cast<std::size_t>(length)));
  OPENSSL_free(der);
  return copy ? std::optional(std::move(*copy)) : std::nullopt;
}

}  // namespace ringside::crypto
