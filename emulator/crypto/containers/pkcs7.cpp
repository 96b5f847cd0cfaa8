// emulator/crypto/containers/pkcs7.cpp - PKCS#7 SignedData without signers (RFC 2315 9): a list of certificates.
#include "emulator/crypto/containers/pkcs7.hpp"

#include <openssl/pkcs7.h>

#include "base/limits.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedPkcs7 = Owned<PKCS7, PKCS7_free>;

constexpr std::string_view data_oid = "1.2.840.113549.1.7.1";
constexpr std::string_view signed_data_oid = "1.2.840.113549.1.7.2";

// Windows and old Java write BER. OpenSSL decodes every key in it at once, so its limit is smaller than that of DER.
Result<Bytes> in_der(ByteView bytes) {
  if (bytes.size() > base::limits::certificate_bytes)
    return problem(ProblemKind::too_large, "a PKCS#7 in BER of more than 1 MiB");
  const std::uint8_t* at = bytes.data();
  const OwnedPkcs7 decoded(d2i_PKCS7(nullptr, &at, static_cast<long>(bytes.size())));
  if (!decoded) return problem(ProblemKind::malformed, "not a PKCS#7: " + take_openssl_error());
  if (at != bytes.data() + bytes.size()) return problem(ProblemKind::malformed, "octets follow the PKCS#7");
  Bytes der = encoded(decoded.get(), i2d_PKCS7);
  if (der.empty()) return problem(ProblemKind::malformed, "not a PKCS#7: " + take_openssl_error());
  return der;
}

struct SignedData {
  std::string type;
  ByteView certificates;
};

/// The type and, of SignedData, the certificates one after another. Returns nullopt if it is not DER.
std::optional<SignedData> lay_out_signed_data(ByteView der) {
  const auto outer = der::only(der, der::sequence_tag);
  der::Reader content_info(outer ? outer->content : ByteView());
  const auto oid = content_info.next(der::oid_tag);
  const auto type = oid ? der::oid_text(oid->content) : std::nullopt;
  if (!type) return std::nullopt;
  if (*type != signed_data_oid) return SignedData{*type, {}};
  const auto wrapped = content_info.next(der::context(0));
  const auto body = wrapped && content_info.at_end() ? der::only(wrapped->content, der::sequence_tag) : std::nullopt;
  der::Reader fields(body ? body->content : ByteView());
  if (!fields.next(der::integer_tag) || !fields.next(der::set_tag) || !fields.next(der::sequence_tag))
    return std::nullopt;
  if (!fields.next_is(der::context(0))) return SignedData{*type, {}};
  const auto certificates = fields.next();
  if (!certificates) return std::nullopt;
  while (!fields.at_end()) {
    if (!fields.next()) return std::nullopt;
  }
  return SignedData{*type, certificates->content};
}

Result<std::vector<Certificate>> read_run(ByteView run) {
  std::vector<ByteView> pieces;
  for (der::Reader reader(run); !reader.at_end();) {
    const auto piece = reader.next();
    if (!piece) return problem(ProblemKind::malformed, "the certificates of the PKCS#7 are not in DER");
    pieces.push_back(piece->whole);
    if (pieces.size() > base::limits::container_certificates) {
      return problem(ProblemKind::too_large, "a PKCS#7 of more than 1000 certificates");
    }
  }
  std::vector<Certificate> certificates;
  for (const ByteView piece : pieces) {
    auto certificate = Certificate::from_der(piece);
    if (!certificate) return tl::unexpected(certificate.error());
    certificates.push_back(std::move(*certificate));
  }
  return certificates;
}

}  // namespace

Result<std::vector<Certificate>> read_pkcs7(ByteView bytes) {
  Bytes converted;
  auto found = lay_out_signed_data(bytes);
  if (!found) {
    auto der = in_der(bytes);
    if (!der) return tl::unexpected(der.error());
    converted = std::move(*der);
    found = lay_out_signed_data(converted);
  }
  if (!found) return problem(ProblemKind::malformed, "not a PKCS#7");
  if (found->type != signed_data_oid)
    return problem(ProblemKind::unsupported, "a PKCS#7 of type " + found->type + " is not SignedData");
  return read_run(found->certificates);
}

Bytes pkcs7(const std::vector<Certificate>& certificates) {
  Bytes run;
  for (const Certificate& certificate : certificates) {
    run.insert(run.end(), certificate.der().begin(), certificate.der().end());
  }
  const Bytes empty_set = der::wrap(der::set_tag, Bytes());
  const Bytes body = der::sequence(
      {der::integer(1), empty_set, der::sequence({der::oid(data_oid)}), der::wrap(der::context(0), run), empty_set});
  return der::sequence({der::oid(signed_data_oid), der::wrap(der::context(0), body)});
}

}  // namespace ringside::crypto
