// emulator/crypto/containers/package.cpp - detects the form of the octets and reads them.
#include "emulator/crypto/containers/package.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "emulator/crypto/certificates/chain.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/containers/pkcs7.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

/// The tag of the first element inside the outer SEQUENCE. It differs for the three kinds, in DER and in BER.
std::uint8_t first_inner_tag(ByteView bytes) {
  if (bytes.size() < 2) return 0;
  const std::size_t header = bytes[1] <= 0x80 ? 2 : 2u + (bytes[1] & 0x7Fu);
  return header < bytes.size() ? bytes[header] : std::uint8_t{0};
}

Result<Package> read_certificate(ByteView bytes) {
  auto certificate = Certificate::from_der(bytes);
  if (!certificate) return tl::unexpected(certificate.error());
  Package package;
  package.certificates.push_back(std::move(*certificate));
  return package;
}

Result<Package> in_order(Package package) {
  if (package.certificates.empty()) return problem(ProblemKind::malformed, "there is no certificate in it");
  auto ordered = order_chain(std::move(package.certificates), package.key);
  if (!ordered) return problem(ProblemKind::mismatch, "no certificate in it belongs to the private key");
  package.certificates = std::move(*ordered);
  return package;
}

Result<Package> read_pkcs7_package(ByteView bytes) {
  auto certificates = read_pkcs7(bytes);
  if (!certificates) return tl::unexpected(certificates.error());
  Package package;
  package.kind = PackageKind::pkcs7;
  package.certificates = std::move(*certificates);
  return in_order(std::move(package));
}

Result<Package> read_pkcs12_package(ByteView bytes, const std::optional<base::Secret>& password) {
  auto contents = read_pkcs12(bytes, password.value_or(base::Secret()));
  if (!contents) return tl::unexpected(contents.error());
  Package package;
  package.kind = PackageKind::pkcs12;
  package.modern_encryption = contents->modern_encryption;
  package.certificates = std::move(contents->certificates);
  package.key = std::move(contents->key);
  return in_order(std::move(package));
}

Result<Package> read_encoded(ByteView bytes, const std::optional<base::Secret>& password) {
  switch (first_inner_tag(bytes)) {
    case der::sequence_tag:
      return read_certificate(bytes);
    case der::oid_tag:
      return read_pkcs7_package(bytes);
    case der::integer_tag:
      return read_pkcs12_package(bytes, password);
    default:
      return problem(ProblemKind::malformed, "neither a certificate nor PKCS#7 nor PKCS#12");
  }
}

/// Decodes a text: one block with header lines, or Base64 only.
Result<Bytes> octets_of_text(ByteView text) {
  auto blocks = pem_blocks(text);
  if (!blocks) return tl::unexpected(blocks.error());
  if (blocks->empty()) {
    auto bare = decode_base64(base::to_text(text));
    if (!bare) return problem(ProblemKind::malformed, "neither DER nor Base64");
    return bare;
  }
  const auto is_key = [](const PemBlock& block) { return block.label.ends_with("PRIVATE KEY"); };
  if (std::any_of(blocks->begin(), blocks->end(), is_key)) {
    return problem(ProblemKind::unsupported,
                   "a private key in text form is not supported; only a PKCS#12 can hold a key");
  }
  if (blocks->size() > 1) {
    const bool alike = std::all_of(blocks->begin(), blocks->end(),
                                   [](const PemBlock& block) { return block.label.ends_with("CERTIFICATE"); });
    return problem(ProblemKind::malformed,
                   fmt::format("the text holds {} {}", blocks->size(), alike ? "certificates" : "blocks"));
  }
  return std::move(blocks->front().der);
}

}  // namespace

Result<Package> read_package(ByteView bytes, const std::optional<base::Secret>& password) {
  const CleanErrorQueue clean;
  if (bytes.size() > base::limits::container_bytes) return problem(ProblemKind::too_large, "more than 16 MiB");
  if (looks_like_der(bytes)) return read_encoded(bytes, password);
  const auto octets = octets_of_text(bytes);
  if (!octets) return tl::unexpected(octets.error());
  auto package = read_encoded(*octets, password);
  if (package) package->base64 = true;
  return package;
}

}  // namespace ringside::crypto
