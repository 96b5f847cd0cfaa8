// emulator/crypto/tool_text.hpp - what the openssl command prints of certificates, requests and keys, and small
// conversions that it offers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/base/bytes.hpp"
#include "emulator/base/time.hpp"
#include "emulator/crypto/certificate.hpp"
#include "emulator/crypto/key.hpp"

namespace ringside::crypto {

/// The -text forms. Extensions that are not known, or of certificates that cannot be decoded, as OpenSSL shows them.
std::string certificate_text(const Certificate& certificate);
std::string request_text(base::ByteView der);
/// With a private key's numbers in clear: only for output that was asked for by name.
std::string private_key_text(const PrivateKey& key);
std::string public_key_text(const PublicKey& key);

/// "Nov 21 07:08:11 2026 GMT".
std::string time_text(base::Instant instant);

/// "rsaEncryption", 2048, "RSA-SHA256": OpenSSL's short names.
struct AlgorithmNames {
  std::string key;
  int key_bits = 0;
  std::string signature;
};
AlgorithmNames algorithm_names(const Certificate& certificate);

/// The hash of the subject in the name of a file in a folder of CAs, eight hex digits.
std::string subject_hash(const Certificate& certificate);

/// The digest of OpenSSL's name; nothing if there is none.
std::optional<base::Bytes> digest_of(std::string_view digest, base::ByteView data);
/// "SHA2-256" of "sha256", as OpenSSL 3 prints it; nothing if there is none.
std::optional<std::string> digest_name(std::string_view digest);

/// Base64 through OpenSSL's own filter, with what it does to input that lacks its last line end. `one_line` is -A.
base::Bytes filter_base64(base::ByteView input, bool decode, bool one_line);

struct ChainVerdict {
  int error = 0;  ///< X509_V_ERR_...; 0 if the path holds
  int depth = 0;
  std::string text;     ///< OpenSSL's words
  std::string subject;  ///< of the certificate at fault, in the style of -nameopt oneline
};
struct ChainOptions {
  base::Instant at{};
  bool partial_chain = false;
  bool check_time = true;
};
/// As `openssl verify`: a path from the certificate to one of the anchors.
ChainVerdict verify_chain(const Certificate& certificate, const std::vector<Certificate>& anchors,
                          const std::vector<Certificate>& untrusted, const ChainOptions& options);

}  // namespace ringside::crypto
