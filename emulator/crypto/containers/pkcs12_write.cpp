// emulator/crypto/containers/pkcs12_write.cpp - PKCS#12 in DER. All salts come from the caller, so a seeded run gives
// the same octets.
#include "emulator/crypto/containers/pkcs12_write.hpp"

#include <algorithm>
#include <array>

#include <openssl/hmac.h>
#include <openssl/pkcs12.h>

#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

constexpr std::string_view any_extended_key_usage = "2.5.29.37.0";

struct MacDigest {
  std::string_view name;
  const EVP_MD* (*method)();
  std::string_view oid;
};
constexpr std::array mac_digests = {
    MacDigest{"sha1", EVP_sha1, pkcs12_oid::sha1}, MacDigest{"sha224", EVP_sha224, "2.16.840.1.101.3.4.2.4"},
    MacDigest{"sha256", EVP_sha256, pkcs12_oid::sha256}, MacDigest{"sha384", EVP_sha384, "2.16.840.1.101.3.4.2.2"},
    MacDigest{"sha512", EVP_sha512, "2.16.840.1.101.3.4.2.3"}};

const MacDigest& find_mac_digest(std::string_view name) {
  const auto* const found =
      std::find_if(mac_digests.begin(), mac_digests.end(), [&](const MacDigest& each) { return each.name == name; });
  if (found == mac_digests.end()) throw base::Fault("a PKCS#12 with an unknown MAC was asked for");
  return *found;
}

Bytes bag_attribute(std::string_view oid, ByteView value) {
  return der::sequence({der::oid(oid), der::wrap(der::set_tag, value)});
}

Bytes bag_attributes(const Pkcs12Item& item) {
  std::vector<Bytes> list;
  if (item.friendly_name)
    list.push_back(bag_attribute(pkcs12_oid::friendly_name, der::wrap(der::bmp_string_tag, *item.friendly_name)));
  if (item.local_key_id) list.push_back(bag_attribute(pkcs12_oid::local_key_id, der::octet_string(*item.local_key_id)));
  if (item.trusted) list.push_back(bag_attribute(pkcs12_oid::java_trusted_key_usage, der::oid(any_extended_key_usage)));
  return list.empty() ? Bytes() : der::set_of(std::move(list));
}

/// CertBag and SecretBag: a type, and [0] around an OCTET STRING.
Bytes typed_octets(std::string_view type, ByteView content) {
  return der::sequence({der::oid(type), der::wrap(der::context(0), der::octet_string(content))});
}

Bytes bag(std::string_view type, ByteView value, const Pkcs12Item& item) {
  return der::sequence({der::oid(type), der::wrap(der::context(0), value), bag_attributes(item)});
}

Bytes bag_of(const Pkcs12Item& item) {
  switch (item.kind) {
    case Pkcs12BagKind::shrouded_key:
      return bag(pkcs12_oid::shrouded_key_bag, item.content, item);
    case Pkcs12BagKind::clear_key:
      return bag(pkcs12_oid::key_bag, item.content, item);
    case Pkcs12BagKind::secret:
      return bag(pkcs12_oid::secret_bag, typed_octets(pkcs12_oid::shrouded_key_bag, item.content), item);
    case Pkcs12BagKind::certificate:
      break;
  }
  return bag(pkcs12_oid::certificate_bag, typed_octets(pkcs12_oid::x509_certificate, item.content), item);
}

Bytes content_info(std::string_view type, ByteView content) {
  return der::sequence({der::oid(type), der::wrap(der::context(0), content)});
}

Bytes data_content(ByteView content) {
  return content_info(pkcs12_oid::data, der::octet_string(content));
}

Bytes safe_of(const Pkcs12SafePlan& plan, const base::Secret& password) {
  Bytes bags;
  for (const Pkcs12Item& item : plan.items) {
    const Bytes one = bag_of(item);
    bags.insert(bags.end(), one.begin(), one.end());
  }
  const Bytes contents = der::wrap(der::sequence_tag, bags);
  if (!plan.encryption) return data_content(contents);
  const Sealed sealed = seal(contents, password, *plan.encryption);
  const Bytes encrypted = der::sequence(
      {der::oid(pkcs12_oid::data), sealed.algorithm, der::wrap(der::context_primitive(0), sealed.content)});
  return content_info(pkcs12_oid::encrypted_data, der::sequence({der::integer(0), encrypted}));
}

/// HMAC under a key from the password (RFC 7292 appendix B.4).
Bytes mac_value(ByteView safes, const Pkcs12MacPlan& plan, const EVP_MD* digest, const base::Secret& password) {
  const std::string& text = password.reveal();
  Bytes salt = plan.salt;
  Bytes key(static_cast<std::size_t>(EVP_MD_get_size(digest)));
  require(PKCS12_key_gen_utf8(text.c_str(), static_cast<int>(text.size()), salt.data(), static_cast<int>(salt.size()),
                              PKCS12_MAC_ID, static_cast<int>(plan.iterations), static_cast<int>(key.size()),
                              key.data(), digest) == 1,
          "PKCS12_key_gen");
  Bytes value(key.size());
  require(HMAC(digest, key.data(), static_cast<int>(key.size()), safes.data(), safes.size(), value.data(), nullptr),
          "HMAC");
  OPENSSL_cleanse(key.data(), key.size());
  return value;
}

Bytes mac_data(ByteView safes, const Pkcs12MacPlan& plan, const base::Secret& password) {
  const MacDigest& digest = find_mac_digest(plan.digest);
  const Bytes algorithm = der::sequence({der::oid(digest.oid), der::null()});
  const Bytes value = mac_value(safes, plan, digest.method(), password);
  return der::sequence({der::sequence({algorithm, der::octet_string(value)}), der::octet_string(plan.salt),
                        der::integer(plan.iterations)});
}

}  // namespace

Bytes write_pkcs12(const Pkcs12Plan& plan, const base::Secret& password) {
  const CleanErrorQueue clean;
  Bytes safes;
  for (const Pkcs12SafePlan& safe : plan.safes) {
    const Bytes one = safe_of(safe, password);
    safes.insert(safes.end(), one.begin(), one.end());
  }
  const Bytes contents = der::wrap(der::sequence_tag, safes);
  return der::sequence(
      {der::integer(3), data_content(contents), plan.mac ? mac_data(contents, *plan.mac, password) : Bytes()});
}

}  // namespace ringside::crypto
