// emulator/hosttools/openssl/libcrypto/printer.hpp - what the openssl command prints of certificates, requests and
// keys, and small conversions that it offers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"

namespace ringside::crypto {

/// The -text forms. Extensions that are not known, or of certificates that cannot be decoded, as OpenSSL shows them.
/// `hidden` are the parts that -certopt or -reqopt leave out.
std::string certificate_text(const Certificate& certificate, NameFlags names, unsigned long hidden = 0);
std::string request_text(base::ByteView der, NameFlags names, unsigned long hidden = 0);
/// What -certopt or -reqopt says; nothing if one of its words is not known.
std::optional<unsigned long> text_options(std::string_view options);
/// With a private key's numbers in clear: only for output that was asked for by name.
std::string private_key_text(const PrivateKey& key);
std::string public_key_text(const PublicKey& key);

/// DER of the object identifier of a curve by OpenSSL's name or NIST's; nothing if there is none.
std::optional<base::Bytes> curve_identifier(const std::string& name);

/// "Nov 21 07:08:11 2026 GMT", or "2026-11-21 07:08:11Z".
std::string time_text(base::Instant instant, bool iso = false);

/// The digest of OpenSSL's name; nothing if there is none.
std::optional<base::Bytes> digest_of(std::string_view digest, base::ByteView data);
/// "SHA2-256" of "sha256", as OpenSSL 3 prints it; nothing if there is none.
std::optional<std::string> digest_name(std::string_view digest);

/// Base64 through OpenSSL's own filter, with what it does to input that lacks its last line end. `one_line` is -A.
base::Bytes filter_base64(base::ByteView input, bool decode, bool one_line);

}  // namespace ringside::crypto
