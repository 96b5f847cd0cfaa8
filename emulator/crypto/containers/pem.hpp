// emulator/crypto/containers/pem.hpp - Base64 armour: finding it and taking it off.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

struct PemBlock {
  std::string label;  ///< "CERTIFICATE"
  base::Bytes der;
};

/// A SEQUENCE of DER or BER rather than text: Base64 of such a thing begins with M.
bool looks_like_der(base::ByteView bytes);

/// All blocks of the text, whatever stands between them. A block without its END line, or with other characters than
/// Base64, is a Problem; no block at all is none.
Result<std::vector<PemBlock>> pem_blocks(base::ByteView text);

/// Base64 with white space in it, padded to the end.
Result<base::Bytes> decode_base64(std::string_view text);

}  // namespace ringside::crypto
