// emulator/hosttools/keytool/certificate_input.cpp - reads certificates, requests and revocation lists from files.
#include "emulator/hosttools/keytool/certificate_input.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs7.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/print/print_extension.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;

using Blocks = std::vector<Bytes>;

tl::unexpected<Exception> certificate_exception(const std::string& message) {
  return tl::unexpected("java.security.cert.CertificateException: " + message);
}

std::string why_no_blocks(ByteView input) {
  const std::string text = base::to_text(input);
  const std::size_t begin = text.find("-----BEGIN");
  if (begin == std::string::npos) return "No certificate data found";
  const bool ends = text.find("-----END", begin) != std::string::npos;
  return ends ? "java.lang.IllegalArgumentException: Input byte array has incorrect ending byte"
              : "java.io.IOException: Incomplete data";
}

/// DER elements one after another, or PEM blocks.
tl::expected<Blocks, Exception> blocks_of(ByteView input) {
  if (input.size() > base::limits::container_bytes) return certificate_exception("more than 16 MiB");
  Blocks blocks;
  if (!crypto::looks_like_der(input)) {
    auto found = crypto::pem_blocks(input);
    if (!found || (found->empty() && !input.empty())) return certificate_exception(why_no_blocks(input));
    for (auto& block : *found) blocks.push_back(std::move(block.der));
    return blocks;
  }
  der::Reader elements(input);
  while (const auto element = elements.next(der::sequence_tag)) {
    blocks.emplace_back(element->whole.begin(), element->whole.end());
    if (blocks.size() > base::limits::container_certificates)
      return certificate_exception("more than 1000 certificates");
  }
  if (blocks.empty()) blocks.emplace_back(input.begin(), input.end());  // BER or empty: the reader of DER reports it
  return blocks;
}

std::optional<X509> sound_certificate(ByteView block) {
  auto x509 = read_x509(block);
  if (!x509 || has_unparseable_critical(x509->extensions)) return std::nullopt;
  return x509;
}

bool add_certificates(ByteView block, std::vector<X509>& into) {
  if (auto x509 = sound_certificate(block)) {
    into.push_back(std::move(*x509));
    return true;
  }
  const auto certificates = crypto::read_pkcs7(block);
  if (!certificates) return false;
  for (const crypto::Certificate& certificate : *certificates) {
    auto x509 = sound_certificate(certificate.der());
    if (!x509) return false;
    into.push_back(std::move(*x509));
  }
  return true;
}

/// Returns the revocation lists of a SignedData: the elements of its [1] (RFC 2315 9.1).
Blocks lists_in_pkcs7(ByteView block) {
  const auto outer = der::only(block, der::sequence_tag);
  der::Reader info(outer ? outer->content : ByteView());
  info.next(der::oid_tag);
  const auto wrapped = info.next(der::context(0));
  const auto data = wrapped ? der::only(wrapped->content, der::sequence_tag) : std::nullopt;
  der::Reader fields(data ? data->content : ByteView());
  Blocks lists;
  while (const auto field = fields.next()) {
    if (field->tag != der::context(1)) continue;
    der::Reader items(field->content);
    while (const auto item = items.next()) lists.emplace_back(item->whole.begin(), item->whole.end());
  }
  return lists;
}

bool add_lists(ByteView block, std::vector<RevocationList>& into) {
  if (auto list = read_revocation_list(block)) {
    into.push_back(std::move(*list));
    return true;
  }
  const Blocks inside = lists_in_pkcs7(block);
  for (const Bytes& one : inside) {
    auto list = read_revocation_list(one);
    if (!list) return false;
    into.push_back(std::move(*list));
  }
  return !inside.empty();
}

}  // namespace

std::optional<X509> first_certificate(ByteView input) {
  const auto blocks = blocks_of(input);
  return blocks && !blocks->empty() ? sound_certificate(blocks->front()) : std::nullopt;
}

tl::expected<std::vector<X509>, Exception> all_certificates(ByteView input) {
  const auto blocks = blocks_of(input);
  if (!blocks) return tl::unexpected(blocks.error());
  std::vector<X509> found;
  for (const Bytes& block : *blocks)
    if (!add_certificates(block, found) || found.size() > base::limits::container_certificates)
      return tl::unexpected(Exception("java.security.cert.CertificateParsingException: signed fields invalid"));
  return found;
}

tl::expected<std::vector<RevocationList>, Exception> all_revocation_lists(ByteView input) {
  const auto refused = [](const std::string& message) {
    return tl::unexpected("java.security.cert.CRLException: " + message);
  };
  if (input.empty()) return std::vector<RevocationList>();
  const auto blocks = blocks_of(input);
  if (!blocks) return refused("No CRL data found");
  std::vector<RevocationList> found;
  for (const Bytes& block : *blocks) {
    if (add_lists(block, found)) continue;
    return refused(read_x509(block) ? "Parsing error: algid parse error, not a sequence" : "No CRL data found");
  }
  return found;
}

tl::expected<Bytes, Exception> request_block(ByteView input, bool named) {
  std::string text;
  bool inside = false;
  for (const std::string& line : base::lines(base::to_text(input))) {
    const bool right = !named || line.find("REQUEST") != std::string::npos;
    if (inside && line.starts_with(named ? "-----END" : "-----") && right) break;
    if (inside) text += line;
    if (!inside) inside = line.starts_with(named ? "-----BEGIN" : "-----") && right;
  }
  if (text.empty()) return tl::unexpected(Exception("java.io.IOException: Too short"));
  auto octets = crypto::decode_base64(text);
  if (!octets) {
    text.resize(text.size() / 4 * 4);  // a truncated file: reads its complete groups
    octets = crypto::decode_base64(text);
  }
  if (!octets) return tl::unexpected(Exception("java.io.IOException: Illegal base64 character"));
  return std::move(*octets);
}

}  // namespace ringside::keytool
