// emulator/hosttools/openssl/libcrypto/extensions.cpp - OpenSSL makes the extensions of a configuration.
#include "emulator/hosttools/openssl/libcrypto/extensions.hpp"

#include <openssl/conf.h>
#include <openssl/x509v3.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::openssl {
namespace {

using base::Bytes;
using base::ByteView;
using crypto::Certificate;
using crypto::CleanErrorQueue;
using crypto::Owned;
using crypto::require;

Owned<X509_NAME, X509_NAME_free> x509_name(const crypto::DistinguishedName& name) {
  const std::uint8_t* at = name.der().data();
  return Owned<X509_NAME, X509_NAME_free>(
      require(d2i_X509_NAME(nullptr, &at, static_cast<long>(name.der().size())), "d2i_X509_NAME"));
}

// subjectKeyIdentifier=hash and authorityKeyIdentifier read the new certificate and its issuer.
Owned<X509, X509_free> draft(const ExtensionContext& context) {
  Owned<X509, X509_free> x509(require(X509_new(), "X509_new"));
  require(X509_set_version(x509.get(), X509_VERSION_3) == 1 &&
              X509_set_subject_name(x509.get(), x509_name(context.subject).get()) == 1 &&
              X509_set_pubkey(x509.get(), context.key.handle()) == 1,
          "X509");
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

void remove_same_type(X509* x509, X509_EXTENSION* extension) {
  const int at = X509_get_ext_by_OBJ(x509, X509_EXTENSION_get_object(extension), -1);
  if (at >= 0) X509_EXTENSION_free(X509_delete_ext(x509, at));
}

}  // namespace

crypto::Result<Bytes> extensions_of(const Configuration& configuration, const std::string& section,
                                    const ExtensionContext& context) {
  const CleanErrorQueue clean;
  const auto x509 = draft(context);
  add_existing(x509.get(), context.existing);
  X509* issuer = context.issuer == nullptr ? x509.get() : context.issuer->handle();
  X509V3_CTX names;
  X509V3_set_ctx(&names, issuer, x509.get(), nullptr, nullptr, 0);
  X509V3_set_nconf(&names, configuration.handle());
  for (const auto& [name, value] : configuration.entries(section)) {
    const Owned<X509_EXTENSION, X509_EXTENSION_free> extension(
        X509V3_EXT_nconf(configuration.handle(), &names, name.c_str(), value.c_str()));
    if (extension) remove_same_type(x509.get(), extension.get());
    if (!extension || X509_add_ext(x509.get(), extension.get(), -1) != 1)
      return crypto::problem(crypto::ProblemKind::unsupported,
                             name + "=" + value + ": " + crypto::take_openssl_error());
  }
  return extensions_der(X509_get0_extensions(x509.get()));
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
  const Owned<X509, X509_free> copy(require(X509_dup(certificate.handle()), "X509_dup"));
  while (X509_get_ext_count(copy.get()) > 0) X509_EXTENSION_free(X509_delete_ext(copy.get(), 0));
  require(i2d_re_X509_tbs(copy.get(), nullptr) > 0, "i2d_re_X509_tbs");  // the copy keeps the new encoding
  auto result = Certificate::from_der(require(crypto::encoded(copy.get(), i2d_X509), "i2d_X509"));
  if (!result) return certificate;
  return std::move(*result);
}

}  // namespace ringside::openssl
