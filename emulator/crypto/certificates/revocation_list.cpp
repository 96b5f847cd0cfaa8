// emulator/crypto/certificates/revocation_list.cpp - OpenSSL decodes and verifies revocation lists.
#include "emulator/crypto/certificates/revocation_list.hpp"

#include <openssl/x509.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using OwnedCrl = Owned<X509_CRL, X509_CRL_free>;

OwnedCrl decode_crl(base::ByteView der) {
  const std::uint8_t* at = der.data();
  OwnedCrl crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
  if (at != der.data() + der.size()) crl.reset();
  return crl;
}

}  // namespace

bool is_revocation_list(base::ByteView der) {
  const CleanErrorQueue clean;
  return decode_crl(der) != nullptr;
}

bool revocation_list_is_signed_by(base::ByteView der, const PublicKey& key) {
  const CleanErrorQueue clean;
  const OwnedCrl crl = decode_crl(der);
  return crl && X509_CRL_verify(crl.get(), key.handle()) == 1;
}

}  // namespace ringside::crypto
