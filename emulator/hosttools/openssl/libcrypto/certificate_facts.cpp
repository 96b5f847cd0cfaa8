// emulator/hosttools/openssl/libcrypto/certificate_facts.cpp - asks libcrypto for single facts.
#include "emulator/hosttools/openssl/libcrypto/certificate_facts.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/x509v3.h>

#include "emulator/crypto/openssl.hpp"
#include "emulator/hosttools/openssl/libcrypto/memory_bio.hpp"

namespace ringside::openssl {
namespace {

using crypto::accept;
using crypto::Certificate;
using crypto::CleanErrorQueue;
using crypto::KeyType;
using crypto::Owned;
using crypto::OwnedBn;
using crypto::PublicKey;
using crypto::require;
std::string hash_text(unsigned long value) {
  return fmt::format("{:08x}", value);
}

std::vector<std::string> taken(STACK_OF(OPENSSL_STRING) * list) {
  std::vector<std::string> texts;
  for (int i = 0; i < sk_OPENSSL_STRING_num(list); ++i) texts.emplace_back(sk_OPENSSL_STRING_value(list, i));
  X509_email_free(list);
  return texts;
}

std::string number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* raw = nullptr;
  accept(EVP_PKEY_get_bn_param(key, name, &raw) == 1, "the key has no modulus");
  const OwnedBn number(raw);
  const OwnedBio bio = memory_bio();
  require(BN_print(bio.get(), number.get()) == 1, "BN_print");
  return text_of(bio.get());
}

// The two lines of a purpose: for an end entity (0) and for a CA (1).
std::string purpose_lines(X509* certificate, const X509_PURPOSE* purpose) {
  std::string text;
  for (const int ca : {0, 1}) {
    const int verdict = X509_check_purpose(certificate, X509_PURPOSE_get_id(purpose), ca);
    const std::string word = verdict == 1 ? "Yes" : verdict == 0 ? "No" : fmt::format("Yes (WARNING code={})", verdict);
    text += fmt::format("{}{} : {}\n", X509_PURPOSE_get0_name(purpose), ca == 1 ? " CA" : "", word);
  }
  return text;
}

}  // namespace

AlgorithmNames algorithm_names(const Certificate& certificate) {
  X509* x509 = certificate.handle();
  ASN1_OBJECT* algorithm = nullptr;
  accept(X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(x509)) == 1,
         "the certificate's public key has no algorithm");
  const EVP_PKEY* key = X509_get0_pubkey(x509);
  return {OBJ_nid2sn(OBJ_obj2nid(algorithm)), key == nullptr ? 0 : EVP_PKEY_get_bits(key),
          OBJ_nid2sn(X509_get_signature_nid(x509))};
}

std::string subject_hash(const Certificate& certificate, bool old) {
  const CleanErrorQueue clean;
  X509* x509 = certificate.handle();
  return hash_text(old ? X509_subject_name_hash_old(x509) : X509_subject_name_hash(x509));
}

std::string issuer_hash(const Certificate& certificate, bool old) {
  const CleanErrorQueue clean;
  X509* x509 = certificate.handle();
  return hash_text(old ? X509_issuer_name_hash_old(x509) : X509_issuer_name_hash(x509));
}

std::string modulus_line(const PublicKey& key) {
  const CleanErrorQueue clean;
  const KeyType type = key.spec().type;
  if (type == KeyType::rsa) return "Modulus=" + number_of(key.handle(), OSSL_PKEY_PARAM_RSA_N) + "\n";
  if (type == KeyType::dsa) return "Modulus=" + number_of(key.handle(), OSSL_PKEY_PARAM_PUB_KEY) + "\n";
  return "Modulus=No modulus for this public key type\n";
}

std::string purposes_text(const Certificate& certificate) {
  const CleanErrorQueue clean;
  std::string text = "Certificate purposes:\n";
  for (int i = 0; i < X509_PURPOSE_get_count(); ++i) text += purpose_lines(certificate.handle(), X509_PURPOSE_get0(i));
  return text;
}

std::string extensions_text(const Certificate& certificate, const std::vector<std::string>& names) {
  const CleanErrorQueue clean;
  const STACK_OF(X509_EXTENSION)* all = X509_get0_extensions(certificate.handle());
  STACK_OF(X509_EXTENSION)* raw = require(sk_X509_EXTENSION_new_null(), "stack");
  for (int i = 0; all != nullptr && i < sk_X509_EXTENSION_num(all); ++i) {
    X509_EXTENSION* extension = sk_X509_EXTENSION_value(all, i);
    const char* name = OBJ_nid2sn(OBJ_obj2nid(X509_EXTENSION_get_object(extension)));
    if (std::find(names.begin(), names.end(), name) != names.end()) sk_X509_EXTENSION_push(raw, extension);
  }
  const OwnedBio bio = memory_bio();
  if (sk_X509_EXTENSION_num(raw) > 0) X509V3_extensions_print(bio.get(), nullptr, raw, 0, 0);
  sk_X509_EXTENSION_free(raw);
  return text_of(bio.get());
}

std::vector<std::string> email_addresses(const Certificate& certificate) {
  const CleanErrorQueue clean;
  return taken(X509_get1_email(certificate.handle()));
}

std::vector<std::string> ocsp_addresses(const Certificate& certificate) {
  const CleanErrorQueue clean;
  return taken(X509_get1_ocsp(certificate.handle()));
}

std::string next_serial_text(const Certificate& certificate) {
  const CleanErrorQueue clean;
  const OwnedBn number(
      accept(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate.handle()), nullptr), "the serial cannot be read"));
  require(BN_add_word(number.get(), 1) == 1, "BN_add_word");
  const Owned<ASN1_INTEGER, ASN1_INTEGER_free> next(
      accept(BN_to_ASN1_INTEGER(number.get(), nullptr), "the serial cannot be written"));
  const OwnedBio bio = memory_bio();
  accept(i2a_ASN1_INTEGER(bio.get(), next.get()) > 0, "the serial cannot be printed");
  return text_of(bio.get());
}

bool names_identifier(const Certificate& certificate, Identifier kind, const std::string& value) {
  const CleanErrorQueue clean;
  X509* x509 = certificate.handle();
  switch (kind) {
    case Identifier::host:
      return X509_check_host(x509, value.c_str(), value.size(), 0, nullptr) == 1;
    case Identifier::address:
      return X509_check_ip_asc(x509, value.c_str(), 0) != 0;
    case Identifier::email:
      return X509_check_email(x509, value.c_str(), value.size(), 0) == 1;
  }
  return false;
}

}  // namespace ringside::openssl
