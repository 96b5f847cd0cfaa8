// emulator/hosttools/openssl/libcrypto/tls_facts.cpp - queries libssl as s_client does.
#include "emulator/hosttools/openssl/libcrypto/tls_facts.hpp"

#include <array>
#include <map>

#include <fmt/format.h>
#include <openssl/core_names.h>

#include "emulator/hosttools/openssl/libcrypto/memory_bio.hpp"

namespace ringside::openssl {
namespace {

using crypto::certificate_of;
using crypto::DistinguishedName;
using crypto::Owned;
using crypto::OwnedPkey;
using crypto::require;
// The names in the source of s_client. They differ from the tables of libcrypto.
std::string key_kind(int nid) {
  static const std::map<int, std::string> names = {{EVP_PKEY_RSA, "RSA"},         {EVP_PKEY_RSA_PSS, "RSA-PSS"},
                                                   {EVP_PKEY_DSA, "DSA"},         {EVP_PKEY_EC, "ECDSA"},
                                                   {EVP_PKEY_ED25519, "ed25519"}, {EVP_PKEY_ED448, "ed448"}};
  const auto found = names.find(nid);
  return found == names.end() ? std::string() : found->second;
}

struct Algorithm {
  int sign = 0, hash = 0;
  unsigned char raw_sign = 0, raw_hash = 0;
};

// The names of code points 0x0809 to 0x080b cannot be composed of their parts.
std::string name_of(const Algorithm& algorithm) {
  static const std::map<int, std::string> whole = {
      {0x0809, "rsa_pss_pss_sha256"}, {0x080a, "rsa_pss_pss_sha384"}, {0x080b, "rsa_pss_pss_sha512"}};
  const auto found = whole.find(algorithm.raw_sign | algorithm.raw_hash << 8);
  if (found != whole.end()) return found->second;
  const std::string kind = key_kind(algorithm.sign);
  std::string text = kind.empty() ? fmt::format("0x{:02X}", algorithm.raw_sign) : kind;
  if (algorithm.hash != NID_undef) return text + "+" + OBJ_nid2sn(algorithm.hash);
  return kind.empty() ? text + fmt::format("+0x{:02X}", algorithm.raw_hash) : text;
}

using Lister = int (*)(SSL*, int, int*, int*, int*, unsigned char*, unsigned char*);

std::string algorithms(SSL* connection, Lister list, int first) {
  const int count = list(connection, first, nullptr, nullptr, nullptr, nullptr, nullptr);
  std::string text;
  for (int i = 0; i < count; ++i) {
    Algorithm algorithm;
    list(connection, i, &algorithm.sign, &algorithm.hash, nullptr, &algorithm.raw_sign, &algorithm.raw_hash);
    text += (i == 0 ? "" : ":") + name_of(algorithm);
  }
  return text;
}

std::string certificate_types(SSL* connection) {
  static const std::map<int, std::string> names = {{TLS_CT_RSA_SIGN, "RSA sign"},
                                                   {TLS_CT_DSS_SIGN, "DSA sign"},
                                                   {TLS_CT_RSA_FIXED_DH, "RSA fixed DH"},
                                                   {TLS_CT_DSS_FIXED_DH, "DSS fixed DH"},
                                                   {TLS_CT_ECDSA_SIGN, "ECDSA sign"}};
  const unsigned char* types = nullptr;
  const auto count = static_cast<std::size_t>(SSL_get0_certificate_types(connection, &types));
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const auto found = names.find(types[i]);
    text += (i == 0 ? "" : ", ") + (found == names.end() ? fmt::format("UNKNOWN ({}),", types[i]) : found->second);
  }
  return text;
}

std::string temporary_key(SSL* connection) {
  EVP_PKEY* raw = nullptr;
  if (SSL_get_peer_tmp_key(connection, &raw) != 1) return {};
  const OwnedPkey key(raw);
  const int bits = EVP_PKEY_get_bits(key.get());
  const int kind = EVP_PKEY_get_id(key.get());
  if (kind == EVP_PKEY_RSA) return fmt::format("RSA, {} bits", bits);
  if (kind == EVP_PKEY_DH) return fmt::format("DH, {} bits", bits);
  if (kind != EVP_PKEY_EC) return fmt::format("{}, {} bits", OBJ_nid2sn(kind), bits);
  std::array<char, 80> group{};
  std::size_t length = 0;
  EVP_PKEY_get_utf8_string_param(key.get(), OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(), &length);
  return fmt::format("ECDH, {}, {} bits", group.data(), bits);
}

// Only TLS 1.2 and earlier send point formats, with elliptic curves.
std::string point_formats(SSL* connection) {
  static const std::map<int, std::string> names = {
      {TLSEXT_ECPOINTFORMAT_uncompressed, "uncompressed"},
      {TLSEXT_ECPOINTFORMAT_ansiX962_compressed_prime, "ansiX962_compressed_prime"},
      {TLSEXT_ECPOINTFORMAT_ansiX962_compressed_char2, "ansiX962_compressed_char2"}};
  const char* forms = nullptr;
  const long count = SSL_get0_ec_point_formats(connection, &forms);
  std::string text;
  for (long i = 0; i < count; ++i) {
    const auto found = names.find(forms[i]);
    text += (i == 0 ? "" : ":") + (found == names.end() ? fmt::format("unknown({})", int{forms[i]}) : found->second);
  }
  return text;
}

void read_peer(SSL* connection, TlsClientReport& report) {
  const STACK_OF(X509)* chain = SSL_get_peer_cert_chain(connection);
  for (int i = 0; chain != nullptr && i < sk_X509_num(chain); ++i)
    if (auto certificate = certificate_of(sk_X509_value(chain, i))) report.chain.push_back(std::move(*certificate));
  if (const X509* peer = SSL_get0_peer_certificate(connection)) {
    report.peer = certificate_of(peer);
    report.key_bits = EVP_PKEY_get_bits(X509_get0_pubkey(peer));
  }
  const STACK_OF(X509_NAME)* names = SSL_get0_peer_CA_list(connection);
  for (int i = 0; names != nullptr && i < sk_X509_NAME_num(names); ++i) {
    const unsigned char* der = nullptr;
    std::size_t length = 0;
    if (X509_NAME_get0_der(sk_X509_NAME_value(names, i), &der, &length) != 1) continue;
    if (auto name = DistinguishedName::from_der(base::ByteView(der, length)))
      report.acceptable.push_back(std::move(*name));
  }
}

void read_cipher(SSL* connection, TlsClientReport& report) {
  const SSL_CIPHER* cipher = SSL_get_current_cipher(connection);
  report.cipher_version = SSL_CIPHER_get_version(cipher);
  report.cipher = SSL_CIPHER_get_name(cipher);
  report.protocol = SSL_get_version(connection);
  report.tls13 = SSL_version(connection) == TLS1_3_VERSION;
  report.secure_renegotiation = SSL_get_secure_renegotiation_support(connection) == 1;
  report.temporary_key = temporary_key(connection);
  report.point_formats = point_formats(connection);
  report.octets_read = BIO_number_read(SSL_get_rbio(connection));
  report.octets_written = BIO_number_written(SSL_get_wbio(connection));
}

void read_algorithms(SSL* connection, TlsClientReport& report) {
  report.certificate_types = certificate_types(connection);
  report.requested_algorithms = algorithms(connection, SSL_get_sigalgs, -1);
  report.shared_algorithms = algorithms(connection, SSL_get_shared_sigalgs, 0);
  int nid = NID_undef;
  if (SSL_get_peer_signature_nid(connection, &nid) == 1 && nid != NID_undef) report.signing_digest = OBJ_nid2sn(nid);
  if (SSL_get_peer_signature_type_nid(connection, &nid) == 1) report.signature_type = key_kind(nid);
}

std::string session_text(SSL* connection, base::Instant at) {
  SSL_SESSION* session = SSL_get_session(connection);
  if (session == nullptr) return {};
  SSL_SESSION_set_time(session, at.time_since_epoch().count());
  const OwnedBio bio = memory_bio();
  return SSL_SESSION_print(bio.get(), session) == 1 ? text_of(bio.get()) : "";
}

}  // namespace

void read_tls_facts(SSL* connection, base::Instant at, TlsClientReport& report) {
  read_peer(connection, report);
  read_cipher(connection, report);
  read_algorithms(connection, report);
  report.verify_result = SSL_get_verify_result(connection);
  report.verify_text = X509_verify_cert_error_string(report.verify_result);
  if (const char* name = SSL_get0_peername(connection)) report.verified_name = name;
  if (!report.tls13) report.session = session_text(connection, at);
}

std::vector<std::string> take_error_lines() {
  std::vector<std::string> lines;
  const char *function = nullptr, *data = nullptr;
  int flags = 0;
  while (const unsigned long code = ERR_get_error_all(nullptr, nullptr, &function, &data, &flags)) {
    const char* library = ERR_lib_error_string(code);
    const char* reason = ERR_reason_error_string(code);
    const bool has_data = (flags & ERR_TXT_STRING) != 0 && data != nullptr && *data != '\0';
    lines.push_back(fmt::format("error:{:08X}:{}:{}:{}{}{}", code, library == nullptr ? "" : library,
                                function == nullptr ? "" : function, reason == nullptr ? "" : reason,
                                has_data ? ":" : "", has_data ? data : ""));
  }
  return lines;
}

}  // namespace ringside::openssl
