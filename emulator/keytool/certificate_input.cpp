// emulator/keytool/certificate_input.cpp - taking certificates out of files.
#include "emulator/keytool/certificate_input.hpp"

#include "emulator/base/limits.hpp"
#include "emulator/crypto/der.hpp"
#include "emulator/crypto/pem.hpp"
#include "emulator/crypto/pkcs7.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;

/// DER elements one after another, or PEM blocks; nothing if neither.
std::optional<std::vector<Bytes>> blocks_of(ByteView input) {
  std::vector<Bytes> blocks;
  if (!crypto::looks_like_der(input)) {
    auto found = crypto::pem_blocks(input);
    if (!found || (found->empty() && !input.empty())) return std::nullopt;
    for (auto& block : *found) blocks.push_back(std::move(block.der));
    return blocks;
  }
  der::Reader elements(input);
  while (const auto element = elements.next(der::sequence_tag)) {
    blocks.emplace_back(element->whole.begin(), element->whole.end());
    if (blocks.size() > base::limits::container_certificates) return std::nullopt;
  }
  if (blocks.empty()) blocks.emplace_back(input.begin(), input.end());  // BER, or nothing at all: its reader says so
  return blocks;
}

bool add_certificates(ByteView block, std::vector<X509>& into) {
  if (auto x509 = read_x509(block)) {
    into.push_back(std::move(*x509));
    return true;
  }
  const auto certificates = crypto::read_pkcs7(block);
  if (!certificates) return false;
  for (const crypto::Certificate& certificate : *certificates) {
    auto x509 = read_x509(certificate.der());
    if (!x509) return false;
    into.push_back(std::move(*x509));
  }
  return true;
}

}  // namespace

std::optional<Bytes> first_block(ByteView input) {
  if (input.size() > base::limits::container_bytes) return std::nullopt;
  auto blocks = blocks_of(input);
  if (!blocks || blocks->empty()) return std::nullopt;
  return std::move(blocks->front());
}

std::optional<X509> first_certificate(ByteView input) {
  const auto block = first_block(input);
  return block ? read_x509(*block) : std::nullopt;
}

std::optional<std::vector<X509>> all_certificates(ByteView input) {
  if (input.size() > base::limits::container_bytes) return std::nullopt;
  const auto blocks = blocks_of(input);
  if (!blocks) return std::nullopt;
  std::vector<X509> found;
  for (const Bytes& block : *blocks)
    if (!add_certificates(block, found) || found.size() > base::limits::container_certificates) return std::nullopt;
  return found;
}

}  // namespace ringside::keytool
