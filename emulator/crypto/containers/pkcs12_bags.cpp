// emulator/crypto/containers/pkcs12_bags.cpp - reads the bags of a PKCS#12 and their attributes.
#include "emulator/crypto/containers/pkcs12_bags.hpp"

#include <openssl/objects.h>

#include "emulator/crypto/containers/password_based.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/containers/pkcs12_parts.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using Refusal = std::optional<Problem>;

Problem malformed_pkcs12(std::string what) {
  return {ProblemKind::malformed, std::move(what)};
}

std::string dotted(const ASN1_OBJECT* object) {
  char text[128] = {};
  OBJ_obj2txt(text, sizeof text, object, 1);
  return text;
}

void take_attribute(const X509_ATTRIBUTE* attribute, Pkcs12Bag& bag) {
  X509_ATTRIBUTE* shared = const_cast<X509_ATTRIBUTE*>(attribute);  // OpenSSL's getters take no const pointer
  if (dotted(X509_ATTRIBUTE_get0_object(shared)) == pkcs12_oid::java_trusted_key_usage) bag.trusted = true;
  const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(shared, 0);
  if (value == nullptr || value->type != V_ASN1_OCTET_STRING ||
      OBJ_obj2nid(X509_ATTRIBUTE_get0_object(shared)) != NID_localKeyID)
    return;
  const ASN1_OCTET_STRING* octets = value->value.octet_string;
  const std::uint8_t* data = ASN1_STRING_get0_data(octets);
  bag.local_key_id = Bytes(data, data + ASN1_STRING_length(octets));
}

void take_attributes(PKCS12_SAFEBAG* source, Pkcs12Bag& bag) {
  const STACK_OF(X509_ATTRIBUTE)* attributes = PKCS12_SAFEBAG_get0_attrs(source);
  for (int i = 0; i < sk_X509_ATTRIBUTE_num(attributes); ++i) {
    const X509_ATTRIBUTE* attribute = sk_X509_ATTRIBUTE_value(attributes, i);
    take_attribute(attribute, bag);
    bag.attributes.push_back(encoded(attribute, i2d_X509_ATTRIBUTE));
  }
  const ASN1_TYPE* name = PKCS12_get_attr_gen(attributes, NID_friendlyName);
  if (name == nullptr || name->type != V_ASN1_BMPSTRING) return;
  const ASN1_STRING* units = name->value.bmpstring;
  if (char* text = OPENSSL_uni2utf8(ASN1_STRING_get0_data(units), ASN1_STRING_length(units))) {
    bag.friendly_name = text;
    OPENSSL_free(text);
  }
}

/// The content of a SecretBag: its type must be a shrouded key, as Java writes it, its value [0] around an OCTET
/// STRING.
std::optional<Bytes> secret_of(const PKCS12_SAFEBAG* bag) {
  const ASN1_TYPE* value = PKCS12_SAFEBAG_get0_bag_obj(bag);
  if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_pkcs8ShroudedKeyBag || value == nullptr) return std::nullopt;
  if (value->type != V_ASN1_OCTET_STRING) return std::nullopt;
  const std::uint8_t* data = ASN1_STRING_get0_data(value->value.octet_string);
  return Bytes(data, data + ASN1_STRING_length(value->value.octet_string));
}

Bytes algorithm_of(const X509_SIG* shrouded) {
  const X509_ALGOR* algorithm = nullptr;
  X509_SIG_get0(shrouded, &algorithm, nullptr);
  return encoded(algorithm, i2d_X509_ALGOR);
}

/// The kind and content of a bag. Returns nullopt for kinds that key stores do not hold.
std::optional<Pkcs12Bag> converted(PKCS12_SAFEBAG* source) {
  Pkcs12Bag bag;
  switch (PKCS12_SAFEBAG_get_nid(source)) {
    case NID_pkcs8ShroudedKeyBag:
      bag.kind = Pkcs12BagKind::shrouded_key;
      bag.content = encoded(PKCS12_SAFEBAG_get0_pkcs8(source), i2d_X509_SIG);
      bag.algorithm = algorithm_of(PKCS12_SAFEBAG_get0_pkcs8(source));
      break;
    case NID_keyBag:
      bag.kind = Pkcs12BagKind::clear_key;
      bag.content = encoded(PKCS12_SAFEBAG_get0_p8inf(source), i2d_PKCS8_PRIV_KEY_INFO);
      break;
    case NID_certBag: {
      const Owned<X509, X509_free> decoded(PKCS12_SAFEBAG_get1_cert(source));
      if (decoded) bag.content = encoded(decoded.get(), i2d_X509);
      break;
    }
    case NID_secretBag:
      bag.kind = Pkcs12BagKind::secret;
      bag.content = secret_of(source).value_or(Bytes());
      break;
    default:
      return std::nullopt;
  }
  take_attributes(source, bag);
  return bag;
}

class BagReader {
 public:
  BagReader(PKCS12* file, const std::optional<base::Secret>& password) : file_(file), password_(password) {}

  Result<std::vector<Pkcs12Safe>> read() {
    safes_.reset(PKCS12_unpack_authsafes(file_));
    if (!safes_) return tl::unexpected(malformed_pkcs12("the PKCS#12 holds no safes that can be read"));
    if (auto refusal = charge()) return tl::unexpected(*refusal);
    if (auto refusal = check_mac()) return tl::unexpected(*refusal);
    for (int i = 0; i < sk_PKCS7_num(safes_.get()); ++i)
      if (auto refusal = take_safe(sk_PKCS7_value(safes_.get(), i))) return tl::unexpected(*refusal);
    return std::move(found_);
  }

 private:
  [[nodiscard]] const char* text() const { return password_->reveal().c_str(); }
  [[nodiscard]] int length() const { return static_cast<int>(password_->reveal().size()); }

  Refusal charge() {
    const auto mac = pkcs12_mac_cost(file_);
    if (!mac) return mac.error();
    if (*mac)
      if (auto refusal = budget_.charge((*mac)->iterations, (*mac)->salt_bytes)) return refusal;
    for (int i = 0; i < sk_PKCS7_num(safes_.get()); ++i) {
      PKCS7* safe = sk_PKCS7_value(safes_.get(), i);
      if (safe->d.ptr == nullptr) return malformed_pkcs12("a safe of the PKCS#12 has no content");
      if (!PKCS7_type_is_encrypted(safe)) continue;
      if (auto refusal = budget_.charge(safe->d.encrypted->enc_data->algorithm)) return refusal;
    }
    return std::nullopt;
  }

  Refusal check_mac() {
    if (!password_ || PKCS12_mac_present(file_) != 1) return std::nullopt;
    checked_ =
        PKCS12_verify_mac(file_, text(), length()) == 1 || (length() == 0 && PKCS12_verify_mac(file_, nullptr, 0) == 1);
    ERR_clear_error();
    if (checked_) return std::nullopt;
    return Problem{ProblemKind::wrong_password,
                   opens_encrypted_safes() ? pkcs12_mac_problem : "the password of the PKCS#12 is wrong"};
  }

  /// Whether the password decrypts every encrypted safe. Then the MAC is wrong, or the octets that it covers.
  [[nodiscard]] bool opens_encrypted_safes() const {
    for (int i = 0; i < sk_PKCS7_num(safes_.get()); ++i) {
      PKCS7* safe = sk_PKCS7_value(safes_.get(), i);
      if (!PKCS7_type_is_encrypted(safe)) continue;
      const auto plain = decrypted(safe->d.encrypted->enc_data);
      if (!plain || !decode_bags(*plain)) return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<Bytes> decrypted(const PKCS7_ENC_CONTENT* encrypted) const {
    const ASN1_OCTET_STRING* content = encrypted->enc_data;
    if (content == nullptr) return std::nullopt;
    const ByteView cipher(ASN1_STRING_get0_data(content), static_cast<std::size_t>(ASN1_STRING_length(content)));
    return pkcs12_decrypted(encrypted->algorithm, text(), length(), cipher);
  }

  Refusal take_safe(PKCS7* safe) {
    found_.emplace_back();
    if (PKCS7_type_is_data(safe)) return take_bags(Bags(PKCS12_unpack_p7data(safe)));
    if (!PKCS7_type_is_encrypted(safe))
      return Problem{ProblemKind::unsupported, "the PKCS#12 is locked with a key instead of a password"};
    const PKCS7_ENC_CONTENT* encrypted = safe->d.encrypted->enc_data;
    found_.back().algorithm = encoded(encrypted->algorithm, i2d_X509_ALGOR);
    if (!password_) return std::nullopt;
    if (encrypted->enc_data == nullptr) return malformed_pkcs12("an encrypted safe of the PKCS#12 is empty");
    const auto plain = decrypted(encrypted);
    if (!plain) return pkcs12_decryption_problem(checked_);
    Bags bags = decode_bags(*plain);
    if (!bags) return pkcs12_decryption_problem(checked_);
    return take_bags(std::move(bags));
  }

  Refusal take_bags(Bags bags) {
    if (!bags) return malformed_pkcs12("a safe of the PKCS#12 cannot be read");
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags.get()); ++i) {
      if (++seen_ > most_pkcs12_bags) return Problem{ProblemKind::too_large, "a PKCS#12 of more than 2000 entries"};
      auto bag = converted(sk_PKCS12_SAFEBAG_value(bags.get(), i));
      if (!bag) continue;
      if (bag->content.empty()) return malformed_pkcs12("an entry of the PKCS#12 cannot be read");
      bag->leads = i == 0;
      found_.back().bags.push_back(std::move(*bag));
    }
    return std::nullopt;
  }

  PKCS12* file_;
  const std::optional<base::Secret>& password_;
  bool checked_ = false;
  std::size_t seen_ = 0;
  PbeBudget budget_;
  Safes safes_;
  std::vector<Pkcs12Safe> found_;
};

Result<OwnedPkcs12> opened(ByteView bytes) {
  if (bytes.size() > base::limits::container_bytes) return problem(ProblemKind::too_large, "more than 16 MiB");
  const std::uint8_t* at = bytes.data();
  OwnedPkcs12 file(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
  if (!file) return tl::unexpected(malformed_pkcs12("not a PKCS#12: " + take_openssl_error()));
  return file;
}

}  // namespace

Result<std::vector<Pkcs12Safe>> read_pkcs12_safes(ByteView bytes, const std::optional<base::Secret>& password) {
  const CleanErrorQueue clean;
  const auto file = opened(bytes);
  if (!file) return tl::unexpected(file.error());
  return BagReader(file->get(), password).read();
}

Result<std::vector<Pkcs12Bag>> read_pkcs12_bags(ByteView bytes, const std::optional<base::Secret>& password) {
  auto safes = read_pkcs12_safes(bytes, password);
  if (!safes) return tl::unexpected(safes.error());
  std::vector<Pkcs12Bag> bags;
  for (Pkcs12Safe& safe : *safes)
    for (Pkcs12Bag& bag : safe.bags) bags.push_back(std::move(bag));
  return bags;
}

Result<PrivateKey> key_of_bag(const Pkcs12Bag& bag, const base::Secret& password) {
  if (bag.kind == Pkcs12BagKind::clear_key) return PrivateKey::from_pkcs8_of_any_kind(bag.content);
  const CleanErrorQueue clean;
  const std::uint8_t* at = bag.content.data();
  const Owned<X509_SIG, X509_SIG_free> info(d2i_X509_SIG(nullptr, &at, static_cast<long>(bag.content.size())));
  if (!info) return tl::unexpected(malformed_pkcs12("a shrouded key cannot be read"));
  const X509_ALGOR* algorithm = nullptr;
  const ASN1_OCTET_STRING* cipher = nullptr;
  X509_SIG_get0(info.get(), &algorithm, &cipher);
  PbeBudget budget;
  const ByteView octets(ASN1_STRING_get0_data(cipher), static_cast<std::size_t>(ASN1_STRING_length(cipher)));
  auto plain = open_sealed(encoded(algorithm, i2d_X509_ALGOR), octets, password, budget);
  if (!plain) return tl::unexpected(plain.error());
  auto key = PrivateKey::from_pkcs8_of_any_kind(*plain);
  OPENSSL_cleanse(plain->data(), plain->size());
  return key;
}

}  // namespace ringside::crypto
