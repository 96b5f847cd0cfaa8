// emulator/crypto/containers/holds_keys.cpp - tells what is public from what may be a key.
#include "emulator/crypto/containers/holds_keys.hpp"

#include <algorithm>
#include <string_view>

#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::ByteView;

constexpr std::size_t shortest_base64 = 24;  // characters of a line; a shorter one is a word

/// Reads an object of OpenSSL; null if octets follow it.
template <auto Read, auto Free>
auto whole(ByteView der) {
  const unsigned char* at = der.data();
  auto* const object = Read(nullptr, &at, static_cast<long>(der.size()));
  Owned<std::remove_pointer_t<decltype(object)>, Free> owned(object);
  if (at != der.data() + der.size()) owned.reset();
  return owned;
}

/// Signed data without content of its own, as it carries certificates.
bool is_certificates_only(ByteView der) {
  const auto package = whole<d2i_PKCS7, PKCS7_free>(der);
  return package && PKCS7_type_is_signed(package.get()) && PKCS7_get_detached(package.get()) != 0;
}

bool is_public(ByteView der) {
  const CleanErrorQueue queue;
  return whole<d2i_X509, X509_free>(der) || whole<d2i_X509_REQ, X509_REQ_free>(der) ||
         whole<d2i_X509_CRL, X509_CRL_free>(der) || whole<d2i_PUBKEY, EVP_PKEY_free>(der) || is_certificates_only(der);
}

bool is_text(ByteView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t octet) {
    return (octet >= 0x20 && octet != 0x7f) || (octet >= '\t' && octet <= '\r');
  });
}

bool is_base64_line(std::string_view line) {
  constexpr std::string_view others = "+/=";
  return line.size() >= shortest_base64 && std::all_of(line.begin(), line.end(), [&](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  others.find(c) != std::string_view::npos;
         });
}

/// Whether a line outside of the PEM blocks may be a part of a key.
bool has_loose_base64(const std::string& text) {
  bool in_block = false;
  for (const std::string& line : base::lines(text)) {
    if (line.starts_with("-----BEGIN ")) in_block = true;
    if (!in_block && is_base64_line(base::trim(line))) return true;
    if (line.starts_with("-----END ")) in_block = false;
  }
  return false;
}

}  // namespace

bool may_hold_keys(ByteView bytes) {
  if (looks_like_der(bytes)) return !is_public(bytes);
  if (!is_text(bytes)) return true;
  const std::string text = base::to_text(bytes);
  if (const auto der = decode_base64(text); der && der->size() > shortest_base64) return !is_public(*der);
  const auto blocks = pem_blocks(bytes);
  if (!blocks || has_loose_base64(text)) return true;
  return !std::all_of(blocks->begin(), blocks->end(), [](const PemBlock& block) { return is_public(block.der); });
}

}  // namespace ringside::crypto
