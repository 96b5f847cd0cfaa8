// emulator/crypto/containers/pkcs12_write.cpp - PKCS#12 with salts of our own choice, so that a seeded run gives the
// same octets.
#include <algorithm>
#include <array>

#include <openssl/hmac.h>
#include <openssl/pkcs12.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/containers/pkcs12_plan.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

struct Digest {
  std::string_view name;
  const EVP_MD* (*method)();
  std::string_view oid;
};
constexpr std::array digests = {
    Digest{"sha1", EVP_sha1, pkcs12_oid::sha1}, Digest{"sha256", EVP_sha256, pkcs12_oid::sha256},
    Digest{"sha384", EVP_sha384, "2.16.840.1.101.3.4.2.2"}, Digest{"sha512", EVP_sha512, "2.16.840.1.101.3.4.2.3"}};

const Digest& digest_of(std::string_view name) {
  const auto* const found =
      std::find_if(digests.begin(), digests.end(), [&](const Digest& each) { return each.name == name; });
  if (found == digests.end()) throw base::Fault("a PKCS#12 with an unknown MAC was asked for");
  return *found;
}

struct Scheme {
  std::string_view name;
  Pkcs12Scheme scheme;
};
constexpr std::array schemes = {
    Scheme{"NONE", Pkcs12Scheme::clear},          Scheme{"PBE-SHA1-3DES", Pkcs12Scheme::triple_des},
    Scheme{"AES-128-CBC", Pkcs12Scheme::aes_128}, Scheme{"AES128", Pkcs12Scheme::aes_128},
    Scheme{"AES-256-CBC", Pkcs12Scheme::aes_256}, Scheme{"AES256", Pkcs12Scheme::aes_256}};

Bytes draw(base::ByteStream& stream, std::size_t count) {
  Bytes bytes(count);
  stream.fill(bytes);
  return bytes;
}

class Writer {
 public:
  Writer(const Pkcs12Plan& plan, const base::Secret& password, const base::Randomness& randomness)
      : plan_(plan), password_(password.reveal()), stream_(randomness.stream("pkcs12")) {}

  Bytes safe(const Bytes& bags, Pkcs12Scheme scheme) {
    if (scheme == Pkcs12Scheme::clear) return plain_safe(bags);
    const Bytes algorithm = next_algorithm(scheme);
    const Bytes content = der::sequence(
        {der::oid(pkcs12_oid::data), algorithm, der::wrap(der::context_primitive(0), encrypt(algorithm, bags))});
    return content_info(pkcs12_oid::encrypted_data, der::sequence({der::integer(0), content}));
  }

  static Bytes plain_safe(const Bytes& bags) { return content_info(pkcs12_oid::data, der::octet_string(bags)); }

  Bytes shrouded_key(const PrivateKey& key) {
    const Bytes algorithm = next_algorithm(plan_.key_scheme);
    Bytes clear = key.pkcs8();
    const Bytes encrypted = encrypt(algorithm, clear);
    OPENSSL_cleanse(clear.data(), clear.size());
    return der::sequence({algorithm, der::octet_string(encrypted)});
  }

  /// The file around the safes, with the MAC over them.
  Bytes finish(const Bytes& safes) {
    if (plan_.mac_digest.empty()) return der::sequence({der::integer(3), plain_safe(safes)});
    const Digest& digest = digest_of(plan_.mac_digest);
    const Bytes salt = draw(*stream_, plan_.salt_bytes);
    const Bytes digest_algorithm = der::sequence({der::oid(digest.oid), der::null()});
    const Bytes mac_data =
        der::sequence({der::sequence({digest_algorithm, der::octet_string(mac(safes, salt, digest.method()))}),
                       der::octet_string(salt), der::integer(static_cast<std::uint64_t>(plan_.mac_iterations))});
    return der::sequence({der::integer(3), plain_safe(safes), mac_data});
  }

 private:
  static Bytes content_info(std::string_view type, const Bytes& content) {
    return der::sequence({der::oid(type), der::wrap(der::context(0), content)});
  }

  Bytes next_algorithm(Pkcs12Scheme scheme) {
    const Bytes salt = der::octet_string(draw(*stream_, plan_.salt_bytes));
    const Bytes count = der::integer(static_cast<std::uint64_t>(plan_.iterations));
    if (scheme == Pkcs12Scheme::triple_des) {
      return der::sequence({der::oid(pkcs12_oid::pbe_sha1_triple_des), der::sequence({salt, count})});
    }
    const Bytes vector = der::octet_string(draw(*stream_, 16));
    const Bytes prf = der::sequence({der::oid(pkcs12_oid::hmac_sha256), der::null()});
    const Bytes derivation = der::sequence({der::oid(pkcs12_oid::pbkdf2), der::sequence({salt, count, prf})});
    const Bytes cipher = der::sequence(
        {der::oid(scheme == Pkcs12Scheme::aes_128 ? pkcs12_oid::aes_128_cbc : pkcs12_oid::aes_256_cbc), vector});
    return der::sequence({der::oid(pkcs12_oid::pbes2), der::sequence({derivation, cipher})});
  }

  [[nodiscard]] Bytes encrypt(const Bytes& algorithm, ByteView clear) const {
    const std::uint8_t* at = algorithm.data();
    const Owned<X509_ALGOR, X509_ALGOR_free> parsed(
        require(d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm.size())), "d2i_X509_ALGOR"));
    std::uint8_t* data = nullptr;
    int length = 0;
    require(PKCS12_pbe_crypt(parsed.get(), password_.c_str(), static_cast<int>(password_.size()), clear.data(),
                             static_cast<int>(clear.size()), &data, &length, 1),
            "PKCS12_pbe_crypt");
    Bytes encrypted(data, data + length);
    OPENSSL_free(data);
    return encrypted;
  }

  [[nodiscard]] Bytes mac(const Bytes& safes, Bytes salt, const EVP_MD* digest) const {
    Bytes key(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    require(PKCS12_key_gen_utf8(password_.c_str(), static_cast<int>(password_.size()), salt.data(),
                                static_cast<int>(salt.size()), PKCS12_MAC_ID, plan_.mac_iterations,
                                static_cast<int>(key.size()), key.data(), digest) == 1,
            "PKCS12_key_gen");
    Bytes value(key.size());
    require(HMAC(digest, key.data(), static_cast<int>(key.size()), safes.data(), safes.size(), value.data(), nullptr),
            "HMAC");
    OPENSSL_cleanse(key.data(), key.size());
    return value;
  }

  const Pkcs12Plan& plan_;
  const std::string& password_;
  std::unique_ptr<base::ByteStream> stream_;
};

Bytes bmp_string(const std::string& utf8) {
  std::uint8_t* text = nullptr;
  int length = 0;
  require(OPENSSL_utf82uni(utf8.c_str(), static_cast<int>(utf8.size()), &text, &length), "friendly name");
  const Bytes without_end(text, text + length - 2);
  OPENSSL_free(text);
  return der::wrap(der::bmp_string_tag, without_end);
}

Bytes attribute(std::string_view oid, const Bytes& value) {
  return der::sequence({der::oid(oid), der::wrap(der::set_tag, value)});
}

/// A friendly name, and what ties a key to its certificate; DER wants a SET OF in the order of its octets.
Bytes attributes_of(const std::string& friendly_name, const Certificate* of_key) {
  std::vector<Bytes> attributes;
  if (of_key != nullptr)
    attributes.push_back(attribute(pkcs12_oid::local_key_id, der::octet_string(sha1(of_key->der()))));
  if (!friendly_name.empty()) attributes.push_back(attribute(pkcs12_oid::friendly_name, bmp_string(friendly_name)));
  if (attributes.empty()) return {};
  std::sort(attributes.begin(), attributes.end());
  Bytes all;
  for (const Bytes& one : attributes) all.insert(all.end(), one.begin(), one.end());
  return der::wrap(der::set_tag, all);
}

Bytes bag(std::string_view oid, const Bytes& value, const Bytes& attributes) {
  return der::sequence({der::oid(oid), der::wrap(der::context(0), value), attributes});
}

Bytes certificate_bag(const Certificate& certificate, const Bytes& attributes) {
  const Bytes octets = der::wrap(der::context(0), der::octet_string(certificate.der()));
  return bag(pkcs12_oid::certificate_bag, der::sequence({der::oid(pkcs12_oid::x509_certificate), octets}), attributes);
}

Bytes certificate_bags(const Pkcs12Plan& plan) {
  Bytes bags;
  for (const Pkcs12Plan::Named& named : plan.certificates) {
    const bool of_key = bags.empty() && plan.key;
    const Bytes one =
        certificate_bag(named.certificate, attributes_of(named.friendly_name, of_key ? &named.certificate : nullptr));
    bags.insert(bags.end(), one.begin(), one.end());
  }
  return der::wrap(der::sequence_tag, bags);
}

Bytes key_bag(const Pkcs12Plan& plan, Writer& writer) {
  const Bytes attributes = plan.certificates.empty() ? Bytes()
                                                     : attributes_of(plan.certificates.front().friendly_name,
                                                                     &plan.certificates.front().certificate);
  if (plan.key_scheme == Pkcs12Scheme::clear) return bag(pkcs12_oid::key_bag, plan.key->pkcs8(), attributes);
  return bag(pkcs12_oid::shrouded_key_bag, writer.shrouded_key(*plan.key), attributes);
}

}  // namespace

std::optional<Pkcs12Scheme> pkcs12_scheme(std::string_view name) {
  const std::string wanted = base::upper(name);
  const auto* const found =
      std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& each) { return each.name == wanted; });
  return found == schemes.end() ? std::nullopt : std::optional(found->scheme);
}

Bytes make_pkcs12(const Pkcs12Plan& plan, const base::Secret& password, const base::Randomness& randomness) {
  const CleanErrorQueue clean;
  Writer writer(plan, password, randomness);
  Bytes safes;
  if (!plan.certificates.empty()) safes = writer.safe(certificate_bags(plan), plan.certificate_scheme);
  if (plan.key) {
    const Bytes one = Writer::plain_safe(der::sequence({key_bag(plan, writer)}));
    safes.insert(safes.end(), one.begin(), one.end());
  }
  return writer.finish(der::wrap(der::sequence_tag, safes));
}

Bytes pkcs12(const std::vector<Certificate>& certificates, const PrivateKey& key, const base::Secret& password,
             const std::string& friendly_name, Pkcs12Encryption encryption, const base::Randomness& randomness) {
  if (certificates.empty()) throw base::Fault("a PKCS#12 without a certificate was asked for");
  Pkcs12Plan plan;
  plan.key = key;
  for (const Certificate& certificate : certificates)
    plan.certificates.push_back({certificate, plan.certificates.empty() ? friendly_name : ""});
  // RACF's own counts are not known. These are OpenSSL's for the old form and the JDK's for the new one.
  const bool old = encryption == Pkcs12Encryption::triple_des;
  plan.certificate_scheme = plan.key_scheme = old ? Pkcs12Scheme::triple_des : Pkcs12Scheme::aes_256;
  plan.mac_digest = old ? "sha1" : "sha256";
  plan.salt_bytes = old ? 8 : 16;
  plan.iterations = plan.mac_iterations = old ? 2'048 : 10'000;
  return make_pkcs12(plan, password, randomness);
}

}  // namespace ringside::crypto
