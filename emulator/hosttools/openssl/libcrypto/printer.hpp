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

namespace ringside::openssl {

/// The -text forms, by OpenSSL's printers. `hidden` holds the parts that -certopt or -reqopt leave out.
std::string certificate_text(const crypto::Certificate& certificate, NameFlags names, unsigned long hidden = 0);
std::string request_text(base::ByteView der, NameFlags names, unsigned long hidden = 0);
/// Parses -certopt or -reqopt. Returns nullopt if a word is unknown.
std::optional<unsigned long> text_options(std::string_view options);
/// Shows the secret numbers of the key: only for output that the user has asked for.
std::string private_key_text(const crypto::PrivateKey& key);
std::string public_key_text(const crypto::PublicKey& key);

/// The DER object identifier of a curve, by OpenSSL's or NIST's name. Returns nullopt if there is none.
std::optional<base::Bytes> curve_identifier(const std::string& name);

/// "Nov 21 07:08:11 2026 GMT", or "2026-11-21 07:08:11Z".
std::string time_text(base::Instant instant, bool iso = false);

/// The digest of the data, by OpenSSL's name of the algorithm. Returns nullopt if there is none.
std::optional<base::Bytes> digest_of(std::string_view digest, base::ByteView data);
/// OpenSSL 3's name of a digest: "SHA2-256" for "sha256". Returns nullopt if there is none.
std::optional<std::string> digest_name(std::string_view digest);

/// Base64 through OpenSSL's filter, which also decides about input without a last line end. `one_line` is -A.
base::Bytes filter_base64(base::ByteView input, bool decode, bool one_line);

}  // namespace ringside::openssl
