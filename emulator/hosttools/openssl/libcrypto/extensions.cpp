// emulator/hosttools/openssl/libcrypto/extensions.cpp - OpenSSL makes the extensions of a configuration.
#include "emulator/hosttools/openssl/libcrypto/extensions.hpp"

#include <openssl/bn.h>
#include <openssl/conf.h>
#include <openssl/x509v3.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::openssl {
namespace {

using base::Bytes;
using base::ByteView;
using crypto::accept;
using crypto::Certificate;
using crypto::CleanErrorQueue;
using crypto::Owned;
using crypto::require;

Owned<X509_NAME, X509_NAME_free> x509_name(const crypto::DistinguishedName& name) {
  const std::uint8_t* at = name.der().data();
  return Owned<X509_NAME, X509_NAME_free>(
      accept(d2i_X509_NAME(nullptr, &at, static_cast<long>(name.der().size())), "a name cannot be read"));
}

void set_serial(X509* x509, const Bytes& serial) {
  const Owned<BIGNUM, BN_free> number(
      require(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr), "BN_bin2bn"));
  accept(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x509)) != nullptr, "the serial number is too long");
}

// subjectKeyIdentifier=hash and authorityKeyIdentifier read the new certificate and its issuer. One that signs itself
// is its own issuer, with the name and number that it will have.
Owned<X509, X509_free> draft(const ExtensionContext& context) {
  Owned<X509, X509_free> x509(require(X509_new(), "X509_new"));
  accept(X509_set_version(x509.get(), X509_VERSION_3) == 1 &&
             X509_set_subject_name(x509.get(), x509_name(context.subject).get()) == 1 &&
             X509_set_pubkey(x509.get(), context.key.handle()) == 1,
         "the name or the key cannot be put into a certificate");
  if (context.issuer == nullptr)
    accept(X509_set_issuer_name(x509.get(), X509_get_subject_name(x509.get())) == 1, "the issuer's name cannot be set");
  if (!context.serial.empty()) set_serial(x509.get(), context.serial);
  return x509;
}

Bytes extensions_der(const STACK_OF(X509_EXTENSION) * list) {
  return list == nullptr ? Bytes() : crypto::encoded(list, i2d_X509_EXTENSIONS);
}

void add_existing(X509* x509, const Bytes& der) {
  if (der.empty()) return;
  const std::uint8_t* at = der.data();
  STACK_OF(X509_EXTENSION)* list = d2i_X509_EXTENSIONS(nullptr, &at, static_cast<long>(der.size()));
  for (int i = 0; i < sk_X509_EXTENSION_num(list); ++i) X509_add_ext(x509, sk_X509_EXTENSION_value(list, i), -1);
  sk_X509_EXTENSION_pop_free(list, X509_EXTENSION_free);
}

/// The new certificate with its extensions so far, and its issuer, as OpenSSL's extension code looks at them.
class Surroundings {
 public:
  explicit Surroundings(const ExtensionContext& context) : x509_(draft(context)) {
    add_existing(x509_.get(), context.existing);
    X509V3_set_ctx(&names_, context.issuer == nullptr ? x509_.get() : context.issuer->handle(), x509_.get(), nullptr,
                   nullptr, 0);
    if (context.issuer == nullptr && context.signer != nullptr)
      X509V3_set_issuer_pkey(&names_, context.signer->handle());
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

  [[nodiscard]] X509* certificate() const { return x509_.get(); }
  [[nodiscard]] X509V3_CTX* names() { return &names_; }

 private:
  Owned<X509, X509_free> x509_;
  X509V3_CTX names_{};
};

// As apps/lib/apps.c of openssl 3.0 does before it signs. Two octets are an empty identifier.
bool settle_identifier(Surroundings& around, const char* name, const char* value, bool add) {
  const Owned<X509_EXTENSION, X509_EXTENSION_free> usual(X509V3_EXT_nconf(nullptr, around.names(), name, value));
  if (!usual) return false;
  X509* x509 = around.certificate();
  const int at = X509_get_ext_by_OBJ(x509, X509_EXTENSION_get_object(usual.get()), -1);
  if (at < 0) return !add || X509_add_ext(x509, usual.get(), -1) == 1;
  if (ASN1_STRING_length(X509_EXTENSION_get_data(X509_get_ext(x509, at))) <= 2)
    X509_EXTENSION_free(X509_delete_ext(x509, at));
  return true;
}

void remove_same_type(X509* x509, X509_EXTENSION* extension) {
  const int at = X509_get_ext_by_OBJ(x509, X509_EXTENSION_get_object(extension), -1);
  if (at >= 0) X509_EXTENSION_free(X509_delete_ext(x509, at));
}

}  // namespace

crypto::Result<Bytes> extensions_of(const Configuration& configuration, const std::string& section,
                                    const ExtensionContext& context) {
  const CleanErrorQueue clean;
  Surroundings around(context);
  X509* x509 = around.certificate();
  X509V3_set_nconf(around.names(), configuration.handle());
  for (const auto& [name, value] : configuration.entries(section)) {
    const Owned<X509_EXTENSION, X509_EXTENSION_free> extension(
        X509V3_EXT_nconf(configuration.handle(), around.names(), name.c_str(), value.c_str()));
    if (extension) remove_same_type(x509, extension.get());
    if (!extension || X509_add_ext(x509, extension.get(), -1) != 1)
      return crypto::problem(crypto::ProblemKind::unsupported,
                             name + "=" + value + ": " + crypto::take_openssl_error());
  }
  return extensions_der(X509_get0_extensions(x509));
}

crypto::Result<Bytes> with_key_identifiers(const ExtensionContext& context, bool signed_by_own_key) {
  const CleanErrorQueue clean;
  if (context.existing.empty()) return Bytes();
  Surroundings around(context);
  if (!settle_identifier(around, "subjectKeyIdentifier", "hash", true) ||
      !settle_identifier(around, "authorityKeyIdentifier", "keyid, issuer", !signed_by_own_key))
    return crypto::problem(crypto::ProblemKind::unsupported, "key identifiers: " + crypto::take_openssl_error());
  return extensions_der(X509_get0_extensions(around.certificate()));
}

Bytes extensions_in(const Certificate& certificate) {
  return extensions_der(X509_get0_extensions(certificate.handle()));
}

Bytes extensions_in_request(ByteView der) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = der.data();
  const Owned<X509_REQ, X509_REQ_free> request(d2i_X509_REQ(nullptr, &at, static_cast<long>(der.size())));
  STACK_OF(X509_EXTENSION)* list = request ? X509_REQ_get_extensions(request.get()) : nullptr;
  Bytes found = extensions_der(list);
  sk_X509_EXTENSION_pop_free(list, X509_EXTENSION_free);
  return found;
}

Certificate without_extensions(const Certificate& certificate) {
  const CleanErrorQueue clean;
  const Owned<X509, X509_free> copy(accept(X509_dup(certificate.handle()), "the certificate cannot be copied"));
  while (X509_get_ext_count(copy.get()) > 0) X509_EXTENSION_free(X509_delete_ext(copy.get(), 0));
  accept(i2d_re_X509_tbs(copy.get(), nullptr) > 0,
         "the certificate cannot be encoded");  // the copy keeps the new encoding
  auto result = Certificate::from_der(crypto::encoded(copy.get(), i2d_X509));
  if (!result) return certificate;
  return std::move(*result);
}

}  // namespace ringside::openssl
