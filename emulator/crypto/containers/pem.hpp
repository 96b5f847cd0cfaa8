// emulator/crypto/containers/pem.hpp - PEM and Base64, read and written (RFC 7468).
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

/// Whether the octets are a SEQUENCE in DER or BER rather than text. Base64 of such octets begins with M.
bool looks_like_der(base::ByteView bytes);

/// All blocks of the text, with any text between them; empty if there are none. A block without an END line, or with
/// characters that are not Base64, is an error.
Result<std::vector<PemBlock>> pem_blocks(base::ByteView text);

/// Decodes Base64 with white space in it and with padding at the end.
Result<base::Bytes> decode_base64(std::string_view text);

/// "-----BEGIN <label>-----", lines of 64 Base64 characters, "-----END <label>-----", each line ending in "\n".
std::string armor(base::ByteView der, std::string_view label);
/// Base64 in lines of 64 characters without header lines.
std::string base64_lines(base::ByteView bytes);
/// Base64 in one line.
std::string base64(base::ByteView bytes);

}  // namespace ringside::crypto
