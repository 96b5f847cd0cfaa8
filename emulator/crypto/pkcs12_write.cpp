// emulator/crypto/pkcs12_write.cpp - PKCS#12 with salts of our own choice, so that a seeded run gives the same octets.
#include <algorithm>

#include <openssl/hmac.h>
#include <openssl/pkcs12.h>

#include "emulator/crypto/der.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/package.hpp"
#include "emulator/crypto/pkcs12.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

struct Profile {
  std::size_t salt_bytes;
  int iterations;
  const EVP_MD* (*mac_digest)();
  std::string_view mac_oid;
};

// RACF's own counts are not known. These are OpenSSL's for the old form and the JDK's for the new one.
Profile profile_of(Pkcs12Encryption encryption) {
  if (encryption == Pkcs12Encryption::triple_des) return {8, 2048, EVP_sha1, pkcs12_oid::sha1};
  return {16, 10'000, EVP_sha256, pkcs12_oid::sha256};
}

Bytes draw(base::ByteStream& stream, std::size_t count) {
  Bytes bytes(count);
  stream.fill(bytes);
  return bytes;
}

class Writer {
 public:
  Writer(const base::Secret& password, Pkcs12Encryption encryption, const base::Randomness& randomness)
      : password_(password.reveal()),
        encryption_(encryption),
        profile_(profile_of(encryption)),
        stream_(randomness.stream("pkcs12")) {}

  Bytes encrypted_safe(const Bytes& bags) {
    const Bytes algorithm = next_algorithm();
    const Bytes content = der::sequence(
        {der::oid(pkcs12_oid::data), algorithm, der::wrap(der::context_primitive(0), encrypt(algorithm, bags))});
    return content_info(pkcs12_oid::encrypted_data, der::sequence({der::integer(0), content}));
  }

  static Bytes plain_safe(const Bytes& bags) { return content_info(pkcs12_oid::data, der::octet_string(bags)); }

  Bytes shrouded_key(const PrivateKey& key) {
    const Bytes algorithm = next_algorithm();
    Bytes clear = key.pkcs8();
    const Bytes encrypted = encrypt(algorithm, clear);
    OPENSSL_cleanse(clear.data(), clear.size());
    return der::sequence({algorithm, der::octet_string(encrypted)});
  }

  /// The file around the safes, with the MAC over them.
  Bytes finish(const Bytes& safes) {
    const Bytes salt = draw(*stream_, profile_.salt_bytes);
    const Bytes digest_algorithm = der::sequence({der::oid(profile_.mac_oid), der::null()});
    const Bytes mac_data =
        der::sequence({der::sequence({digest_algorithm, der::octet_string(mac(safes, salt))}), der::octet_string(salt),
                       der::integer(static_cast<std::uint64_t>(profile_.iterations))});
    return der::sequence({der::integer(3), plain_safe(safes), mac_data});
  }

 private:
  static Bytes content_info(std::string_view type, const Bytes& content) {
    return der::sequence({der::oid(type), der::wrap(der::context(0), content)});
  }

  Bytes next_algorithm() {
    const Bytes salt = der::octet_string(draw(*stream_, profile_.salt_bytes));
    const Bytes count = der::integer(static_cast<std::uint64_t>(profile_.iterations));
    if (encryption_ == Pkcs12Encryption::triple_des) {
      return der::sequence({der::oid(pkcs12_oid::pbe_sha1_triple_des), der::sequence({salt, count})});
    }
    const Bytes vector = der::octet_string(draw(*stream_, 16));
    const Bytes prf = der::sequence({der::oid(pkcs12_oid::hmac_sha256), der::null()});
    const Bytes derivation = der::sequence({der::oid(pkcs12_oid::pbkdf2), der::sequence({salt, count, prf})});
    const Bytes cipher = der::sequence({der::oid(pkcs12_oid::aes_256_cbc), vector});
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

  [[nodiscard]] Bytes mac(const Bytes& safes, Bytes salt) const {
    const EVP_MD* digest = profile_.mac_digest();
    Bytes key(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    require(PKCS12_key_gen_utf8(password_.c_str(), static_cast<int>(password_.size()), salt.data(),
                                static_cast<int>(salt.size()), PKCS12_MAC_ID, profile_.iterations,
                                static_cast<int>(key.size()), key.data(), digest) == 1,
            "PKCS12_key_gen");
    Bytes value(key.size());
    require(HMAC(digest, key.data(), static_cast<int>(key.size()), safes.data(), safes.size(), value.data(), nullptr),
            "HMAC");
    OPENSSL_cleanse(key.data(), key.size());
    return value;
  }

  const std::string& password_;
  Pkcs12Encryption encryption_;
  Profile profile_;
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

/// What ties a key to its certificate; DER wants a SET OF in the order of its octets.
Bytes key_attributes(const Certificate& certificate, const std::string& friendly_name) {
  std::vector<Bytes> attributes = {attribute(pkcs12_oid::local_key_id, der::octet_string(sha1(certificate.der())))};
  if (!friendly_name.empty()) attributes.push_back(attribute(pkcs12_oid::friendly_name, bmp_string(friendly_name)));
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

}  // namespace

Bytes pkcs12(const std::vector<Certificate>& certificates, const PrivateKey& key, const base::Secret& password,
             const std::string& friendly_name, Pkcs12Encryption encryption, const base::Randomness& randomness) {
  const CleanErrorQueue clean;
  if (certificates.empty()) throw base::Fault("a PKCS#12 without a certificate was asked for");
  const Bytes attributes = key_attributes(certificates.front(), friendly_name);
  Bytes bags;
  for (const Certificate& certificate : certificates) {
    const Bytes one = certificate_bag(certificate, bags.empty() ? attributes : Bytes());
    bags.insert(bags.end(), one.begin(), one.end());
  }
  Writer writer(password, encryption, randomness);
  const Bytes certificate_safe = writer.encrypted_safe(der::wrap(der::sequence_tag, bags));
  const Bytes key_bag = bag(pkcs12_oid::shrouded_key_bag, writer.shrouded_key(key), attributes);
  return writer.finish(der::sequence({certificate_safe, Writer::plain_safe(der::sequence({key_bag}))}));
}

}  // namespace ringside::crypto
