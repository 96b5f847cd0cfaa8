// emulator/hosttools/openssl/libcrypto/printer.cpp - runs OpenSSL's printers and filters in memory.
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "base/text.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/hosttools/openssl/libcrypto/memory_bio.hpp"

namespace ringside::openssl {
namespace {

using base::Bytes;
using base::ByteView;
using crypto::accept;
using crypto::Certificate;
using crypto::CleanErrorQueue;
using crypto::Owned;
using crypto::PrivateKey;
using crypto::PublicKey;
using crypto::require;

const EVP_MD* find_digest(std::string_view name) {
  const CleanErrorQueue clean;
  return EVP_get_digestbyname(std::string(name).c_str());
}

/// A word of -certopt: clears the bits of `mask`, then sets `bits` (X509_FLAG_...).
struct TextWord {
  std::string_view name;
  unsigned long bits;
  unsigned long mask = 0;
};
constexpr unsigned long shown_by_ca =
    X509_FLAG_NO_HEADER | X509_FLAG_NO_VERSION | X509_FLAG_NO_SIGDUMP | X509_FLAG_NO_SIGNAME | X509_FLAG_NO_PUBKEY;
constexpr std::array text_words = {
    TextWord{"compatible", X509_FLAG_COMPAT, ~0UL},
    TextWord{"ca_default", shown_by_ca & ~static_cast<unsigned long>(X509_FLAG_NO_SIGNAME), ~0UL},
    TextWord{"no_header", X509_FLAG_NO_HEADER},
    TextWord{"no_version", X509_FLAG_NO_VERSION},
    TextWord{"no_serial", X509_FLAG_NO_SERIAL},
    TextWord{"no_signame", X509_FLAG_NO_SIGNAME},
    TextWord{"no_validity", X509_FLAG_NO_VALIDITY},
    TextWord{"no_subject", X509_FLAG_NO_SUBJECT},
    TextWord{"no_issuer", X509_FLAG_NO_ISSUER},
    TextWord{"no_pubkey", X509_FLAG_NO_PUBKEY},
    TextWord{"no_extensions", X509_FLAG_NO_EXTENSIONS},
    TextWord{"no_sigdump", X509_FLAG_NO_SIGDUMP},
    TextWord{"no_aux", X509_FLAG_NO_AUX},
    TextWord{"no_attributes", X509_FLAG_NO_ATTRIBUTES},
    TextWord{"ext_default", X509V3_EXT_DEFAULT, X509V3_EXT_UNKNOWN_MASK},
    TextWord{"ext_error", X509V3_EXT_ERROR_UNKNOWN, X509V3_EXT_UNKNOWN_MASK},
    TextWord{"ext_parse", X509V3_EXT_PARSE_UNKNOWN, X509V3_EXT_UNKNOWN_MASK},
    TextWord{"ext_dump", X509V3_EXT_DUMP_UNKNOWN, X509V3_EXT_UNKNOWN_MASK}};

}  // namespace

std::optional<unsigned long> text_options(std::string_view options) {
  unsigned long flags = 0;
  for (const std::string& part : base::split(std::string(options), ',')) {
    const std::string name = base::lower(base::trim(part));
    const bool takes_away = name.starts_with('-');
    const auto* const word = std::find_if(text_words.begin(), text_words.end(), [&](const TextWord& each) {
      return each.name == std::string_view(name).substr(takes_away ? 1 : 0);
    });
    if (word == text_words.end()) return std::nullopt;
    flags &= ~word->mask;
    flags = takes_away ? flags & ~word->bits : flags | word->bits;
  }
  return flags;
}

std::string certificate_text(const Certificate& certificate, NameFlags names, unsigned long hidden) {
  const CleanErrorQueue clean;
  const OwnedBio bio = memory_bio();
  accept(X509_print_ex(bio.get(), certificate.handle(), names, hidden) == 1, "the certificate cannot be printed");
  return text_of(bio.get());
}

std::string request_text(ByteView der, NameFlags names, unsigned long hidden) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = der.data();
  const Owned<X509_REQ, X509_REQ_free> request(
      accept(d2i_X509_REQ(nullptr, &at, static_cast<long>(der.size())), "not a certificate request"));
  const OwnedBio bio = memory_bio();
  accept(X509_REQ_print_ex(bio.get(), request.get(), names, hidden) == 1, "the request cannot be printed");
  return text_of(bio.get());
}

std::string private_key_text(const PrivateKey& key) {
  const CleanErrorQueue clean;
  const OwnedBio bio = memory_bio();
  accept(EVP_PKEY_print_private(bio.get(), key.handle(), 0, nullptr) == 1, "the private key cannot be printed");
  return text_of(bio.get());
}

std::string public_key_text(const PublicKey& key) {
  const CleanErrorQueue clean;
  const OwnedBio bio = memory_bio();
  accept(EVP_PKEY_print_public(bio.get(), key.handle(), 0, nullptr) == 1, "the public key cannot be printed");
  return text_of(bio.get());
}

std::optional<Bytes> curve_identifier(const std::string& name) {
  const CleanErrorQueue clean;
  const int nist = EC_curve_nist2nid(name.c_str());
  const int nid = nist != NID_undef ? nist : OBJ_sn2nid(name.c_str());
  const Owned<EC_GROUP, EC_GROUP_free> group(nid == NID_undef ? nullptr : EC_GROUP_new_by_curve_name(nid));
  if (!group) return std::nullopt;
  return require(crypto::encoded(OBJ_nid2obj(nid), i2d_ASN1_OBJECT), "i2d_ASN1_OBJECT");
}

std::string time_text(base::Instant instant, bool iso) {
  static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const base::CivilTime time = base::to_local(instant, {});
  if (iso)
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}Z", time.year, time.month, time.day, time.hour, time.minute,
                       time.second);
  return fmt::format("{} {:>2} {:02}:{:02}:{:02} {} GMT", months.at(static_cast<std::size_t>(time.month - 1)), time.day,
                     time.hour, time.minute, time.second, time.year);
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
    const OwnedBio sink = memory_bio();
    BIO_push(filter.get(), sink.get());
    require(input.empty() || BIO_write(filter.get(), input.data(), static_cast<int>(input.size())) > 0, "BIO_write");
    require(BIO_flush(filter.get()) == 1, "BIO_flush");
    BIO_pop(filter.get());
    return base::to_bytes(text_of(sink.get()));
  }
  if (input.empty()) return result;
  const OwnedBio source(require(BIO_new_mem_buf(input.data(), static_cast<int>(input.size())), "BIO_new_mem_buf"));
  BIO_push(filter.get(), source.get());
  std::array<std::uint8_t, 4'096> buffer{};
  for (int read = 0; (read = BIO_read(filter.get(), buffer.data(), static_cast<int>(buffer.size()))) > 0;)
    result.insert(result.end(), buffer.begin(), buffer.begin() + read);
  BIO_pop(filter.get());
  return result;
}

}  // namespace ringside::openssl
