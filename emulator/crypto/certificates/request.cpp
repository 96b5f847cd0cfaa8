// emulator/crypto/certificates/request.cpp - PKCS#10 requests (RFC 2986), read and made.
#include "emulator/crypto/certificates/request.hpp"

#include <openssl/x509.h>

#include "base/limits.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/certificates/extensions_der.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedRequest = Owned<X509_REQ, X509_REQ_free>;

Result<Bytes> request_der(ByteView bytes) {
  if (bytes.size() > base::limits::certificate_bytes)
    return problem(ProblemKind::too_large, "a request of more than 1 MiB");
  if (looks_like_der(bytes)) return Bytes(bytes.begin(), bytes.end());
  auto blocks = pem_blocks(bytes);
  if (!blocks) return tl::unexpected(blocks.error());
  if (blocks->size() != 1) return problem(ProblemKind::malformed, "there is not exactly one certificate request");
  const std::string& label = blocks->front().label;
  if (label != "CERTIFICATE REQUEST" && label != "NEW CERTIFICATE REQUEST") {
    return problem(ProblemKind::malformed, "a block of " + label + " is not a certificate request");
  }
  return std::move(blocks->front().der);
}

/// The SEQUENCE OF Extension inside the attributes; an empty view if there is none, nothing if they are malformed.
std::optional<ByteView> requested_extensions(ByteView attributes) {
  der::Reader list(attributes);
  ByteView found;
  while (!list.at_end()) {
    const auto attribute = list.next(der::sequence_tag);
    if (!attribute) return std::nullopt;
    der::Reader inside(attribute->content);
    const auto type = inside.next(der::oid_tag);
    const auto values = inside.next(der::set_tag);
    if (!type || !values || !inside.at_end()) return std::nullopt;
    if (der::oid_text(type->content) != std::string(extension_id::extension_request)) continue;
    const auto extensions = der::only(values->content, der::sequence_tag);
    if (!extensions || !found.empty()) return std::nullopt;
    found = extensions->whole;
  }
  return found;
}

struct Fields {
  ByteView subject, key, extensions;
};

std::optional<Fields> lay_out_request(ByteView der) {
  const auto outer = der::only(der, der::sequence_tag);
  der::Reader parts(outer ? outer->content : ByteView());
  const auto info = parts.next(der::sequence_tag);
  if (!info) return std::nullopt;
  der::Reader inside(info->content);
  const auto version = inside.next(der::integer_tag);
  const auto subject = inside.next(der::sequence_tag);
  const auto key = inside.next(der::sequence_tag);
  if (!version || !subject || !key) return std::nullopt;
  if (inside.at_end())
    return Fields{subject->whole, key->whole, {}};  // a form without attributes that some tools write
  const auto attributes = inside.next(der::context(0));
  const auto extensions = attributes ? requested_extensions(attributes->content) : std::nullopt;
  if (!extensions || !inside.at_end()) return std::nullopt;
  return Fields{subject->whole, key->whole, *extensions};
}

Result<Request> read_fields(ByteView der) {
  const auto fields = lay_out_request(der);
  if (!fields) return problem(ProblemKind::malformed, "the certificate request's fields are not in DER");
  auto subject = DistinguishedName::from_der(fields->subject);
  if (!subject) return tl::unexpected(subject.error());
  auto key = PublicKey::from_spki(fields->key);
  if (!key) return tl::unexpected(key.error());
  Request request{std::move(*subject), std::move(*key), {}};
  if (fields->extensions.empty()) return request;
  auto extensions = read_extensions(fields->extensions);
  if (!extensions) return tl::unexpected(extensions.error());
  request.extensions = std::move(*extensions);
  return request;
}

}  // namespace

Result<Request> read_request(ByteView bytes) {
  const CleanErrorQueue clean;
  const auto der = request_der(bytes);
  if (!der) return tl::unexpected(der.error());
  const std::uint8_t* at = der->data();
  const OwnedRequest decoded(d2i_X509_REQ(nullptr, &at, static_cast<long>(der->size())));
  if (!decoded) return problem(ProblemKind::malformed, "not a certificate request: " + take_openssl_error());
  if (at != der->data() + der->size()) return problem(ProblemKind::malformed, "octets follow the certificate request");
  EVP_PKEY* key = X509_REQ_get0_pubkey(decoded.get());
  if (key == nullptr)
    return problem(ProblemKind::unsupported, "the request's public key cannot be used: " + take_openssl_error());
  if (X509_REQ_verify(decoded.get(), key) != 1) {
    return problem(ProblemKind::bad_signature, "the request's own signature does not verify");
  }
  return read_fields(*der);
}

Bytes make_request(const DistinguishedName& subject, const PrivateKey& key, const Extensions& extensions,
                   const base::Randomness& randomness, SignatureForm form) {
  const Bytes list = write_extensions(extensions, NetscapeComment::left_out);
  const bool none = list.size() == 2;
  const Bytes attribute = der::sequence({der::oid(extension_id::extension_request), der::wrap(der::set_tag, list)});
  const Bytes info = der::sequence({der::integer(0), subject.der(), key.public_key().spki(),
                                    der::wrap(der::context(0), none ? Bytes() : attribute)});
  const Signature signature = sign(key, info, randomness, form);
  return der::sequence({info, signature.algorithm, der::bit_string(signature.value)});
}

}  // namespace ringside::crypto
