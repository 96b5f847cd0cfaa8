// emulator/crypto/certificates/certificate.cpp - reads certificates. The fields come from the DER; OpenSSL checks the
// form and the signatures.
#include "emulator/crypto/certificates/certificate.hpp"

#include <mutex>

#include <openssl/x509.h>

#include "base/limits.hpp"
#include "emulator/crypto/certificates/certificate_state.hpp"
#include "emulator/crypto/certificates/extensions_der.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/pss.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedX509 = Owned<X509, X509_free>;

struct Decoded {
  OwnedX509 x509;
  PublicKey key;
};

// Encodes the decoded certificate again and compares. This rejects BER and octets after the certificate.
Result<Decoded> decode(ByteView der) {
  if (der.size() > base::limits::certificate_bytes) {
    return problem(ProblemKind::too_large, "a certificate of more than 1 MiB");
  }
  const std::uint8_t* at = der.data();
  OwnedX509 x509(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  if (!x509) return malformed("not a certificate: " + take_openssl_error());
  if (at != der.data() + der.size()) return malformed("octets follow the certificate");
  if (!std::ranges::equal(der, encoded(x509.get(), i2d_X509))) return malformed("the certificate is not in DER");
  const std::shared_ptr<EVP_PKEY> key(X509_get_pubkey(x509.get()), EVP_PKEY_free);
  if (!key)
    return problem(ProblemKind::unsupported, "the certificate's public key cannot be used: " + take_openssl_error());
  auto taken = PublicKey::from_foreign(key);
  if (!taken)
    return problem(taken.error().kind, "the certificate's public key cannot be used: " + taken.error().detail);
  return Decoded{std::move(x509), std::move(*taken)};
}

/// The fields of a TBSCertificate, as views into its DER.
struct Layout {
  der::Item serial, issuer, validity, subject;
  std::optional<der::Item> extensions;
  std::string algorithm;
};

std::optional<Layout> lay_out_tbs(ByteView content) {
  Layout found;
  der::Reader fields(content);
  if (fields.next_is(der::context(0))) fields.next();
  const auto serial = fields.next(der::integer_tag);
  const auto algorithm = fields.next(der::sequence_tag);
  const auto issuer = fields.next(der::sequence_tag);
  const auto validity = fields.next(der::sequence_tag);
  const auto subject = fields.next(der::sequence_tag);
  const auto key = fields.next(der::sequence_tag);
  if (!serial || !algorithm || !issuer || !validity || !subject || !key || serial->content.empty()) return std::nullopt;
  for (const unsigned unique_id : {1u, 2u}) {
    if (fields.next_is(der::context_primitive(unique_id))) fields.next();
  }
  if (fields.next_is(der::context(3))) {
    const auto wrapped = fields.next();
    found.extensions = wrapped ? der::only(wrapped->content, der::sequence_tag) : std::nullopt;
    if (!found.extensions) return std::nullopt;
  }
  found.serial = *serial;
  found.issuer = *issuer;
  found.validity = *validity;
  found.subject = *subject;
  return fields.at_end() ? std::optional(found) : std::nullopt;
}

std::string_view signature_name(ByteView algorithm) {
  der::Reader inside(algorithm);
  const auto oid = inside.next(der::oid_tag);
  const std::string id = oid ? der::oid_text(oid->content).value_or("") : "";
  return id == pss_oid ? pss_racf_name(inside.next(der::sequence_tag)) : racf_signature_name(id);
}

std::optional<Layout> lay_out(ByteView der) {
  const auto outer = der::only(der, der::sequence_tag);
  der::Reader parts(outer ? outer->content : ByteView());
  const auto tbs = parts.next(der::sequence_tag);
  const auto algorithm = parts.next(der::sequence_tag);
  auto layout = tbs && algorithm ? lay_out_tbs(tbs->content) : std::nullopt;
  if (!layout) return std::nullopt;
  layout->algorithm = signature_name(algorithm->content);
  return layout;
}

std::optional<std::pair<base::Instant, base::Instant>> read_validity(ByteView content) {
  der::Reader times(content);
  const auto first = times.next();
  const auto last = times.next();
  const auto not_before = first ? der::instant(*first) : std::nullopt;
  const auto not_after = last ? der::instant(*last) : std::nullopt;
  if (!not_before || !not_after || !times.at_end()) return std::nullopt;
  return std::pair(*not_before, *not_after);
}

[[noreturn]] void throw_unfilled() {
  throw base::Fault("a certificate that was never filled in was asked for its contents");
}

}  // namespace

Result<std::shared_ptr<Certificate::State>> Certificate::read_fields(ByteView der) {
  const auto layout = lay_out(der);
  if (!layout) return malformed("the certificate's fields are not in DER");
  auto state = std::make_shared<State>();
  state->der.assign(der.begin(), der.end());
  state->serial = base::hex(layout->serial.content);
  state->algorithm = layout->algorithm;

  auto issuer = DistinguishedName::from_der(layout->issuer.whole);
  if (!issuer) return tl::unexpected(issuer.error());
  auto subject = DistinguishedName::from_der(layout->subject.whole);
  if (!subject) return tl::unexpected(subject.error());
  state->issuer = std::move(*issuer);
  state->subject = std::move(*subject);

  const auto validity = read_validity(layout->validity.content);
  if (!validity) return malformed("the certificate's validity cannot be read");
  state->not_before = validity->first;
  state->not_after = validity->second;

  if (layout->extensions) {
    auto extensions = read_extensions(layout->extensions->whole);
    if (!extensions) return tl::unexpected(extensions.error());
    state->extensions = std::move(*extensions);
  }
  return state;
}

Result<Certificate> Certificate::from_der(ByteView der) {
  const CleanErrorQueue clean;
  auto decoded = decode(der);
  if (!decoded) return tl::unexpected(decoded.error());
  auto fields = read_fields(der);
  if (!fields) return tl::unexpected(fields.error());
  std::call_once((*fields)->decoded, [&] { (*fields)->x509 = std::move(decoded->x509); });
  (*fields)->key = std::move(decoded->key);
  Certificate certificate;
  certificate.state_ = std::move(*fields);
  return certificate;
}

Certificate Certificate::from_stored(ByteView der) {
  auto fields = read_fields(der);
  if (!fields) throw base::Fault("a stored certificate is damaged: " + fields.error().detail);
  Certificate certificate;
  certificate.state_ = std::move(*fields);
  return certificate;
}

Certificate Certificate::from_own(ByteView der, PublicKey key) {
  auto fields = read_fields(der);
  if (!fields) throw base::Fault("a certificate was written wrongly: " + fields.error().detail);
  Certificate certificate;
  certificate.state_ = std::move(*fields);
  certificate.state_->key = std::move(key);
  return certificate;
}

const Certificate::State& Certificate::state() const {
  if (!state_) throw_unfilled();
  return *state_;
}

const Bytes& Certificate::der() const {
  static const Bytes nothing;
  return state_ ? state_->der : nothing;
}

const Extensions& Certificate::extensions() const {
  return state().extensions;
}
std::string Certificate::serial() const {
  return state().serial;
}
DistinguishedName Certificate::issuer() const {
  return state().issuer;
}
DistinguishedName Certificate::subject() const {
  return state().subject;
}
base::Instant Certificate::not_before() const {
  return state().not_before;
}
base::Instant Certificate::not_after() const {
  return state().not_after;
}
std::string Certificate::signing_algorithm() const {
  return state().algorithm;
}
Bytes Certificate::sha256() const {
  return crypto::sha256(der());
}

X509* Certificate::handle() const {
  if (!state_) throw_unfilled();
  std::call_once(state_->decoded, [this] {
    const std::uint8_t* at = state_->der.data();
    state_->x509.reset(require(d2i_X509(nullptr, &at, static_cast<long>(state_->der.size())), "d2i_X509"));
  });
  return state_->x509.get();
}

PublicKey Certificate::public_key() const {
  if (state().key) return *state().key;
  EVP_PKEY* key = accept(X509_get_pubkey(handle()), "the certificate's public key cannot be used");
  return PublicKey(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

bool Certificate::is_signed_by(const PublicKey& key) const {
  const CleanErrorQueue clean;
  return X509_verify(handle(), key.handle()) == 1;
}

bool Certificate::is_self_signed() const {
  return state().issuer == state().subject && is_signed_by(public_key());
}

}  // namespace ringside::crypto
