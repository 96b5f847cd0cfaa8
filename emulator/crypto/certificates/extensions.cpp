// emulator/crypto/certificates/extensions.cpp - IP addresses between text and octets.
#include "emulator/crypto/certificates/extensions.hpp"

#include <openssl/x509v3.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {

using base::Bytes;

std::optional<Bytes> ip_octets(const std::string& text) {
  const CleanErrorQueue clean;
  const Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> address(a2i_IPADDRESS(text.c_str()));
  if (!address) return std::nullopt;
  const std::uint8_t* octets = ASN1_STRING_get0_data(address.get());
  return Bytes(octets, octets + ASN1_STRING_length(address.get()));
}

}  // namespace ringside::crypto
