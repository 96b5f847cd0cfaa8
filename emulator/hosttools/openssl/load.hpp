// emulator/hosttools/openssl/load.hpp - keys, certificates and requests out of files, with the words of each release
// when they are not there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// How messages call what is loaded: "private key", "CA private key"; "certificate", "CA certificate".
struct Wanted {
  std::string what;
  bool asks = true;  ///< a missing pass phrase is asked for
};

/// Nothing: said, status 1. `passphrase_source` is the value of -passin.
std::optional<crypto::PrivateKey> load_key(Tool& tool, const std::optional<std::string>& file, const Wanted& wanted,
                                           const std::optional<std::string>& passphrase_source);
/// The public key of a file: "PUBLIC KEY" in PEM, or DER. Nothing: said, status 1.
std::optional<crypto::PublicKey> load_public_key(Tool& tool, const std::optional<std::string>& file,
                                                 const std::string& what);
/// The first certificate of a PEM file, or DER. `form` is the value of -inform, empty if either will do.
std::optional<crypto::Certificate> load_certificate(Tool& tool, const std::optional<std::string>& file,
                                                    const std::string& what, const std::string& form = {});
/// Every certificate of a PEM file. Nothing: said, status 1.
/// `what` is how 3.0 calls them ("certs of untrusted certificates"); without it the words are those of a CA file.
std::optional<std::vector<crypto::Certificate>> load_certificates(Tool& tool, const std::string& file,
                                                                  const std::string& what = {});

/// Certificates that a text or DER holds; none if there is none that can be read.
std::vector<crypto::Certificate> certificates_in(base::ByteView bytes);
/// DER of the first PEM block with one of these labels, or the bytes if they are DER; nothing if there is none.
/// `form` as for load_certificate.
std::optional<base::Bytes> first_block(base::ByteView bytes, const std::vector<std::string>& labels,
                                       const std::string& form = {});

}  // namespace ringside::openssl
