// emulator/crypto/certificates/request.cpp - reads and makes PKCS#10 requests (RFC 2986).
#include "emulator/crypto/certificates/request.hpp"

#include <openssl/x509.h>

#include "base/limits.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/certificates/extensions_der.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/sign.hpp"
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

/// The SEQUENCE OF Extension among the attributes. Returns an empty view if there is none, nullopt if the attributes
/// are malformed.
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
  if (inside.at_end()) return Fields{subject->whole, key->whole, {}};  // some tools leave the attributes out
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

Bytes sign_request(ByteView subject, const std::vector<RequestAttribute>& attributes, const PrivateKey& key,
                   const SignatureAlgorithm& algorithm, const base::Randomness& randomness) {
  std::vector<Bytes> encoded;
  for (const RequestAttribute& attribute : attributes)
    encoded.push_back(der::sequence({der::oid(attribute.oid), der::wrap(der::set_tag, attribute.value)}));
  const Bytes info = der::sequence(
      {der::integer(0), subject, key.public_key().spki(), der::set_of(std::move(encoded), der::context(0))});
  return signed_der(info, key, algorithm, randomness);
}

Bytes make_request(const DistinguishedName& subject, const PrivateKey& key, const Extensions& extensions,
                   const base::Randomness& randomness, SignatureForm form) {
  Bytes list = write_extensions(extensions, NetscapeComment::left_out);
  const bool none = list.size() == 2;
  std::vector<RequestAttribute> attributes;
  if (!none) attributes.push_back({extension_id::extension_request, std::move(list)});
  return sign_request(subject.der(), attributes, key, racf_signature(key.spec(), form), randomness);
}

}  // namespace ringside::crypto
