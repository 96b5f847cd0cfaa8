// emulator/crypto/certificates/encoded_fields.hpp - fields of a certificate in the DER that the certificate has.
#pragma once

#include "base/bytes.hpp"
#include "emulator/crypto/certificates/certificate.hpp"

namespace ringside::crypto {

/// Whole elements, with tag and length.
struct EncodedFields {
  base::Bytes serial;
  base::Bytes issuer;
  base::Bytes subject;
};

/// Returns the fields. Names are not written anew, so that they compare equal, octet by octet, with other copies.
EncodedFields encoded_fields(const Certificate& certificate);

}  // namespace ringside::crypto
