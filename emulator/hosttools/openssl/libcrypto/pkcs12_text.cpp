// emulator/hosttools/openssl/libcrypto/pkcs12_text.cpp - OpenSSL's names for the parts of a PKCS#12, as apps/pkcs12.c
// prints them.
#include "emulator/hosttools/openssl/libcrypto/pkcs12_text.hpp"

#include <array>

#include <fmt/format.h>
#include <openssl/pkcs12.h>

#include "base/limits.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::openssl {
namespace {

using crypto::CleanErrorQueue;
using crypto::Owned;
std::string pbes2_text(const ASN1_STRING* parameters) {
  const std::uint8_t* at = ASN1_STRING_get0_data(parameters);
  const Owned<PBE2PARAM, PBE2PARAM_free> both(d2i_PBE2PARAM(nullptr, &at, ASN1_STRING_length(parameters)));
  if (!both) return ", <unsupported parameters>";
  const int derivation = OBJ_obj2nid(both->keyfunc->algorithm);
  std::string text =
      fmt::format(", {}, {}", OBJ_nid2ln(derivation), OBJ_nid2sn(OBJ_obj2nid(both->encryption->algorithm)));
  if (derivation != NID_id_pbkdf2 || both->keyfunc->parameter == nullptr ||
      both->keyfunc->parameter->type != V_ASN1_SEQUENCE)
    return text;
  const ASN1_STRING* inner = both->keyfunc->parameter->value.sequence;
  at = ASN1_STRING_get0_data(inner);
  const Owned<PBKDF2PARAM, PBKDF2PARAM_free> kdf(d2i_PBKDF2PARAM(nullptr, &at, ASN1_STRING_length(inner)));
  if (!kdf) return text + ", <unsupported parameters>";
  const int prf = kdf->prf == nullptr ? NID_hmacWithSHA1 : OBJ_obj2nid(kdf->prf->algorithm);
  return text + fmt::format(", Iteration {}, PRF {}", ASN1_INTEGER_get(kdf->iter), OBJ_nid2sn(prf));
}

std::string hex_text(const ASN1_STRING* octets) {
  std::string text;
  const std::uint8_t* data = ASN1_STRING_get0_data(octets);
  for (int i = 0; i < ASN1_STRING_length(octets); ++i) text += fmt::format("{:02X} ", data[i]);
  return text;
}

std::string value_text(const ASN1_TYPE* value) {
  if (value == nullptr) return "<No Values>";
  if (value->type == V_ASN1_BMPSTRING) {
    const ASN1_STRING* units = value->value.bmpstring;
    char* text = OPENSSL_uni2utf8(ASN1_STRING_get0_data(units), ASN1_STRING_length(units));
    std::string result = text == nullptr ? "" : text;
    OPENSSL_free(text);
    return result;
  }
  if (value->type == V_ASN1_UTF8STRING || value->type == V_ASN1_OCTET_STRING || value->type == V_ASN1_BIT_STRING)
    return hex_text(value->value.asn1_string);
  return fmt::format("<Unsupported tag {}>", value->type);
}

std::string name_of(const ASN1_OBJECT* object) {
  const int nid = OBJ_obj2nid(object);
  if (nid != NID_undef) return OBJ_nid2ln(nid);
  std::array<char, 128> text{};
  OBJ_obj2txt(text.data(), text.size(), object, 1);
  return text.data();
}

}  // namespace

std::string pkcs12_protection_text(base::ByteView der) {
  const CleanErrorQueue clean;
  const std::uint8_t* start = der.data();
  const Owned<X509_ALGOR, X509_ALGOR_free> algorithm(d2i_X509_ALGOR(nullptr, &start, static_cast<long>(der.size())));
  if (!algorithm) return {};
  const ASN1_OBJECT* object = nullptr;
  int kind = V_ASN1_UNDEF;
  const void* value = nullptr;
  X509_ALGOR_get0(&object, &kind, &value, algorithm.get());
  const int nid = OBJ_obj2nid(object);
  const std::string name = OBJ_nid2ln(nid);
  if (kind != V_ASN1_SEQUENCE) return name + ", <unsupported parameters>";
  const auto* parameters = static_cast<const ASN1_STRING*>(value);
  if (nid == NID_pbes2) return name + pbes2_text(parameters);
  const std::uint8_t* at = ASN1_STRING_get0_data(parameters);
  const Owned<PBEPARAM, PBEPARAM_free> old(d2i_PBEPARAM(nullptr, &at, ASN1_STRING_length(parameters)));
  if (!old) return name + ", <unsupported parameters>";
  return name + fmt::format(", Iteration {}", ASN1_INTEGER_get(old->iter));
}

std::string pkcs12_attributes_text(const std::vector<base::Bytes>& attributes) {
  const CleanErrorQueue clean;
  std::string text;
  for (const base::Bytes& der : attributes) {
    const std::uint8_t* at = der.data();
    const Owned<X509_ATTRIBUTE, X509_ATTRIBUTE_free> attribute(
        d2i_X509_ATTRIBUTE(nullptr, &at, static_cast<long>(der.size())));
    if (!attribute) continue;
    text += fmt::format("    {}: {}\n", name_of(X509_ATTRIBUTE_get0_object(attribute.get())),
                        value_text(X509_ATTRIBUTE_get0_type(attribute.get(), 0)));
  }
  return text;
}

std::string pkcs12_mac_text(base::ByteView der) {
  const CleanErrorQueue clean;
  if (der.size() > base::limits::container_bytes) return {};
  const std::uint8_t* at = der.data();
  const Owned<PKCS12, PKCS12_free> file(d2i_PKCS12(nullptr, &at, static_cast<long>(der.size())));
  if (!file || PKCS12_mac_present(file.get()) != 1) return {};
  const ASN1_INTEGER* iterations = nullptr;
  const X509_ALGOR* algorithm = nullptr;
  const ASN1_OCTET_STRING *salt = nullptr, *mac = nullptr;
  PKCS12_get0_mac(&mac, &algorithm, &salt, &iterations, file.get());
  const ASN1_OBJECT* object = nullptr;
  X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
  return fmt::format("MAC: {}, Iteration {}\nMAC length: {}, salt length: {}\n", OBJ_nid2ln(OBJ_obj2nid(object)),
                     iterations == nullptr ? 1 : ASN1_INTEGER_get(iterations), ASN1_STRING_length(mac),
                     salt == nullptr ? 0 : ASN1_STRING_length(salt));
}

}  // namespace ringside::openssl
