// emulator/crypto/containers/pkcs12_export.cpp - plans the safes of a key and its certificates, with random salts.
#include "emulator/crypto/containers/pkcs12_export.hpp"

#include <openssl/pkcs12.h>

#include "emulator/crypto/containers/pkcs12_write.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;

constexpr std::size_t iv_bytes = 16;

Bytes draw(base::ByteStream& stream, std::size_t count) {
  Bytes bytes(count);
  stream.fill(bytes);
  return bytes;
}

PbeParameters draw_parameters(const Pkcs12Export& contents, PbeScheme scheme, base::ByteStream& stream) {
  PbeParameters parameters;
  parameters.scheme = scheme;
  parameters.iterations = static_cast<std::uint64_t>(contents.iterations);
  parameters.salt = draw(stream, contents.salt_bytes);
  if (scheme != PbeScheme::triple_des) parameters.iv = draw(stream, iv_bytes);
  return parameters;
}

/// UTF-16 without an end; nullopt for an empty name.
std::optional<Bytes> bmp_octets(const std::string& utf8) {
  if (utf8.empty()) return std::nullopt;
  std::uint8_t* text = nullptr;
  int length = 0;
  require(OPENSSL_utf82uni(utf8.c_str(), static_cast<int>(utf8.size()), &text, &length), "friendly name");
  Bytes without_end(text, text + length - 2);
  OPENSSL_free(text);
  return without_end;
}

/// The attributes that tie a key to its certificate.
void set_attributes(Pkcs12Item& item, const Pkcs12Export::Named& named, bool of_key) {
  item.friendly_name = bmp_octets(named.friendly_name);
  if (of_key) item.local_key_id = sha1(named.certificate.der());
}

Pkcs12SafePlan plan_certificates(const Pkcs12Export& contents, base::ByteStream& stream) {
  Pkcs12SafePlan safe;
  for (const Pkcs12Export::Named& named : contents.certificates) {
    Pkcs12Item item{Pkcs12BagKind::certificate, named.certificate.der()};
    set_attributes(item, named, safe.items.empty() && contents.key);
    safe.items.push_back(std::move(item));
  }
  if (contents.certificate_scheme) safe.encryption = draw_parameters(contents, *contents.certificate_scheme, stream);
  return safe;
}

Pkcs12SafePlan plan_key(const Pkcs12Export& contents, const base::Secret& password, base::ByteStream& stream) {
  Pkcs12Item item{Pkcs12BagKind::clear_key, {}};
  if (contents.key_scheme) {
    const Sealed sealed =
        seal(contents.key->pkcs8(), password, draw_parameters(contents, *contents.key_scheme, stream));
    item.kind = Pkcs12BagKind::shrouded_key;
    item.content = der::sequence({sealed.algorithm, der::octet_string(sealed.content)});
  } else {
    item.content = contents.key->pkcs8();
  }
  if (!contents.certificates.empty()) set_attributes(item, contents.certificates.front(), true);
  Pkcs12SafePlan safe;
  safe.items.push_back(std::move(item));
  return safe;
}

}  // namespace

// The order of the draws decides the octets of a seeded run: certificates, key, MAC.
Bytes export_pkcs12(const Pkcs12Export& contents, const base::Secret& password, const base::Randomness& randomness) {
  const CleanErrorQueue clean;
  const auto stream = randomness.stream("pkcs12");
  Pkcs12Plan plan;
  if (!contents.certificates.empty()) plan.safes.push_back(plan_certificates(contents, *stream));
  if (contents.key) plan.safes.push_back(plan_key(contents, password, *stream));
  if (!contents.mac_digest.empty())
    plan.mac = Pkcs12MacPlan{contents.mac_digest, draw(*stream, contents.salt_bytes),
                             static_cast<std::uint64_t>(contents.mac_iterations)};
  return write_pkcs12(plan, password);
}

Bytes pkcs12(const std::vector<Certificate>& certificates, const PrivateKey& key, const base::Secret& password,
             const std::string& friendly_name, Pkcs12Encryption encryption, const base::Randomness& randomness) {
  if (certificates.empty()) throw base::Fault("a PKCS#12 without a certificate was asked for");
  Pkcs12Export contents;
  contents.key = key;
  for (const Certificate& certificate : certificates)
    contents.certificates.push_back({certificate, contents.certificates.empty() ? friendly_name : ""});
  // RACF's own iteration counts are not known. These are OpenSSL's for the old form and those of the JDK for the new
  // one.
  const bool old = encryption == Pkcs12Encryption::triple_des;
  contents.certificate_scheme = contents.key_scheme = old ? PbeScheme::triple_des : PbeScheme::aes_256;
  contents.mac_digest = old ? "sha1" : "sha256";
  contents.salt_bytes = old ? 8 : 16;
  contents.iterations = contents.mac_iterations = old ? 2'048 : 10'000;
  return export_pkcs12(contents, password, randomness);
}

}  // namespace ringside::crypto
