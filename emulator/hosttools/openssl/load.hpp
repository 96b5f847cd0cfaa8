// emulator/hosttools/openssl/load.hpp - reads keys, certificates and PEM blocks from files, with the error texts of
// each release.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

// `what` is what messages call the object: "private key", "CA private key", "certificate", "CA certificate". Without
// `file` the functions read standard input. They return nullopt after printing the error and setting exit status 1.

/// A private key. `passphrase_source` is the value of -passin; without it the function asks for a missing pass phrase.
std::optional<crypto::PrivateKey> load_key(Tool& tool, const std::optional<std::string>& file, const std::string& what,
                                           const std::optional<std::string>& passphrase_source);
/// A public key: "PUBLIC KEY" in PEM, or DER.
std::optional<crypto::PublicKey> load_public_key(Tool& tool, const std::optional<std::string>& file,
                                                 const std::string& what);
/// The first certificate of a PEM file, or DER. `form` is the value of -inform: "PEM", "DER", or empty for both.
std::optional<crypto::Certificate> load_certificate(Tool& tool, const std::optional<std::string>& file,
                                                    const std::string& what, const std::string& form = {});
/// Every certificate of a PEM file. An empty `what` gives the error texts of a CA file.
std::optional<std::vector<crypto::Certificate>> load_certificates(Tool& tool, const std::string& file,
                                                                  const std::string& what = {});

struct GivenRequest {
  base::Bytes der;
  crypto::DistinguishedName subject;
  crypto::PublicKey key;
};
/// The request of -in in the form of -inform. Prints only that the file cannot be opened.
crypto::Result<GivenRequest> load_request(Tool& tool, const Options& options);

/// The certificates of a PEM text or of DER; empty if none can be read.
std::vector<crypto::Certificate> certificates_in(base::ByteView bytes);
/// The DER of the first PEM block with one of these labels, or the bytes if they are DER. `form` as for
/// load_certificate(). Returns nullopt if there is none.
std::optional<base::Bytes> first_block(base::ByteView bytes, const std::vector<std::string>& labels,
                                       const std::string& form = {});

}  // namespace ringside::openssl
