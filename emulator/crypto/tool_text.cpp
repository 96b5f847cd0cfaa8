// emulator/crypto/tool_text.cpp - OpenSSL's own printers and filters, from and to memory.
#include "emulator/crypto/tool_text.hpp"

#include <array>

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include "emulator/crypto/name_text.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedBio = Owned<BIO, BIO_free>;

OwnedBio memory() {
  return OwnedBio(require(BIO_new(BIO_s_mem()), "BIO_new"));
}

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(length)};
}

const EVP_MD* find_digest(std::string_view name) {
  const CleanErrorQueue clean;
  return EVP_get_digestbyname(std::string(name).c_str());
}

struct OwnedStack {
  explicit OwnedStack(const std::vector<Certificate>& certificates) : stack(require(sk_X509_new_null(), "stack")) {
    for (const Certificate& certificate : certificates) require(sk_X509_push(stack, certificate.handle()) > 0, "stack");
  }
  ~OwnedStack() { sk_X509_free(stack); }  // the certificates are their owners'
  OwnedStack(const OwnedStack&) = delete;
  OwnedStack& operator=(const OwnedStack&) = delete;
  STACK_OF(X509) * stack;
};

}  // namespace

std::string certificate_text(const Certificate& certificate) {
  const CleanErrorQueue clean;
  const OwnedBio bio = memory();
  require(X509_print_ex(bio.get(), certificate.handle(), XN_FLAG_ONELINE, 0) == 1, "X509_print");
  return text_of(bio.get());
}

std::string request_text(ByteView der) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = der.data();
  const Owned<X509_REQ, X509_REQ_free> request(
      require(d2i_X509_REQ(nullptr, &at, static_cast<long>(der.size())), "d2i_X509_REQ"));
  const OwnedBio bio = memory();
  require(X509_REQ_print_ex(bio.get(), request.get(), XN_FLAG_ONELINE, 0) == 1, "X509_REQ_print");
  return text_of(bio.get());
}

std::string private_key_text(const PrivateKey& key) {
  const CleanErrorQueue clean;
  const OwnedBio bio = memory();
  require(EVP_PKEY_print_private(bio.get(), key.handle(), 0, nullptr) == 1, "EVP_PKEY_print_private");
  return text_of(bio.get());
}

std::string public_key_text(const PublicKey& key) {
  const CleanErrorQueue clean;
  const OwnedBio bio = memory();
  require(EVP_PKEY_print_public(bio.get(), key.handle(), 0, nullptr) == 1, "EVP_PKEY_print_public");
  return text_of(bio.get());
}

std::string time_text(base::Instant instant) {
  static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const base::CivilTime time = base::to_local(instant, {});
  return fmt::format("{} {:>2} {:02}:{:02}:{:02} {} GMT", months.at(static_cast<std::size_t>(time.month - 1)), time.day,
                     time.hour, time.minute, time.second, time.year);
}

AlgorithmNames algorithm_names(const Certificate& certificate) {
  X509* x509 = certificate.handle();
  ASN1_OBJECT* algorithm = nullptr;
  require(X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(x509)) == 1,
          "X509_PUBKEY");
  const EVP_PKEY* key = X509_get0_pubkey(x509);
  return {OBJ_nid2sn(OBJ_obj2nid(algorithm)), key == nullptr ? 0 : EVP_PKEY_get_bits(key),
          OBJ_nid2sn(X509_get_signature_nid(x509))};
}

std::string subject_hash(const Certificate& certificate) {
  const CleanErrorQueue clean;
  return fmt::format("{:08x}", X509_subject_name_hash(certificate.handle()));
}

std::optional<Bytes> digest_of(std::string_view digest, ByteView data) {
  const EVP_MD* method = find_digest(digest);
  if (method == nullptr) return std::nullopt;
  Bytes value(EVP_MAX_MD_SIZE);
  unsigned length = 0;
  require(EVP_Digest(data.data(), data.size(), value.data(), &length, method, nullptr) == 1, "EVP_Digest");
  value.resize(length);
  return value;
}

std::optional<std::string> digest_name(std::string_view digest) {
  const CleanErrorQueue clean;
  const Owned<EVP_MD, EVP_MD_free> method(EVP_MD_fetch(nullptr, std::string(digest).c_str(), nullptr));
  return method ? std::optional<std::string>(EVP_MD_get0_name(method.get())) : std::nullopt;
}

Bytes filter_base64(ByteView input, bool decode, bool one_line) {
  const CleanErrorQueue clean;
  const OwnedBio filter(require(BIO_new(BIO_f_base64()), "BIO_new"));
  if (one_line) BIO_set_flags(filter.get(), BIO_FLAGS_BASE64_NO_NL);
  Bytes result;
  if (!decode) {
    const OwnedBio sink = memory();
    BIO_push(filter.get(), sink.get());
    require(input.empty() || BIO_write(filter.get(), input.data(), static_cast<int>(input.size())) > 0, "BIO_write");
    require(BIO_flush(filter.get()) == 1, "BIO_flush");
    BIO_pop(filter.get());
    return base::to_bytes(text_of(sink.get()));
  }
  const OwnedBio source(require(BIO_new_mem_buf(input.data(), static_cast<int>(input.size())), "BIO_new_mem_buf"));
  BIO_push(filter.get(), source.get());
  std::array<std::uint8_t, 4'096> buffer{};
  for (int read = 0; (read = BIO_read(filter.get(), buffer.data(), static_cast<int>(buffer.size()))) > 0;)
    result.insert(result.end(), buffer.begin(), buffer.begin() + read);
  BIO_pop(filter.get());
  return result;
}

ChainVerdict verify_chain(const Certificate& certificate, const std::vector<Certificate>& anchors,
                          const std::vector<Certificate>& untrusted, const ChainOptions& options) {
  const CleanErrorQueue clean;
  const Owned<X509_STORE, X509_STORE_free> store(require(X509_STORE_new(), "X509_STORE_new"));
  for (const Certificate& anchor : anchors)
    require(X509_STORE_add_cert(store.get(), anchor.handle()) == 1, "X509_STORE_add_cert");
  const OwnedStack others(untrusted);
  const Owned<X509_STORE_CTX, X509_STORE_CTX_free> context(require(X509_STORE_CTX_new(), "X509_STORE_CTX_new"));
  require(X509_STORE_CTX_init(context.get(), store.get(), certificate.handle(), others.stack) == 1, "X509_STORE_CTX");
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  if (options.partial_chain) X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  if (!options.check_time) X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_NO_CHECK_TIME);
  if (options.check_time) X509_VERIFY_PARAM_set_time(parameters, options.at.time_since_epoch().count());
  if (X509_verify_cert(context.get()) == 1) return {};
  ChainVerdict verdict;
  verdict.error = X509_STORE_CTX_get_error(context.get());
  verdict.depth = X509_STORE_CTX_get_error_depth(context.get());
  verdict.text = X509_verify_cert_error_string(verdict.error);
  if (X509* failed = X509_STORE_CTX_get_current_cert(context.get())) {
    std::uint8_t* der = nullptr;
    const int length = i2d_X509_NAME(X509_get_subject_name(failed), &der);
    const auto name = DistinguishedName::from_der(ByteView(der, static_cast<std::size_t>(std::max(length, 0))));
    OPENSSL_free(der);
    if (name) verdict.subject = name_text(*name, "oneline").value_or("");
  }
  return verdict;
}

}  // namespace ringside::crypto
