// emulator/crypto/containers/pem.cpp - Base64 with and without header lines (RFC 7468).
#include "emulator/crypto/containers/pem.hpp"

#include <algorithm>

#include <openssl/evp.h>

#include "base/text.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

constexpr std::size_t line_characters = 64;

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_base64(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

/// The label of a header line: "CERTIFICATE" of "-----BEGIN CERTIFICATE-----". Returns nullopt for any other line.
std::optional<std::string> label_of(std::string_view line, std::string_view word) {
  const std::string start = "-----" + std::string(word) + ' ';
  constexpr std::string_view end = "-----";
  const std::string trimmed = base::trim_right(line);
  if (!trimmed.starts_with(start) || !trimmed.ends_with(end) || trimmed.size() < start.size() + end.size())
    return std::nullopt;
  return trimmed.substr(start.size(), trimmed.size() - start.size() - end.size());
}

}  // namespace

bool looks_like_der(ByteView bytes) {
  // A text may begin with the digit 0, which is also the tag of a SEQUENCE. The length octet shows which one it is.
  return bytes.size() >= 2 && bytes[0] == 0x30 && (bytes[1] >= 0x80 || bytes.size() == 2u + bytes[1]);
}

Result<Bytes> decode_base64(std::string_view text) {
  std::string packed;
  packed.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(packed), [](char c) { return !is_white(c); });
  const std::size_t padding = packed.size() - std::min(packed.size(), packed.find_last_not_of('=') + 1);
  const auto digits_end = packed.end() - static_cast<std::ptrdiff_t>(padding);
  if (packed.empty() || packed.size() % 4 != 0 || padding > 2 || !std::all_of(packed.begin(), digits_end, is_base64)) {
    return malformed("not Base64");
  }
  Bytes decoded(packed.size() / 4 * 3);
  const Bytes input = base::to_bytes(packed);
  if (EVP_DecodeBlock(decoded.data(), input.data(), static_cast<int>(input.size())) < 0) return malformed("not Base64");
  decoded.resize(decoded.size() - padding);
  return decoded;
}

Result<std::vector<PemBlock>> pem_blocks(ByteView text) {
  std::vector<PemBlock> blocks;
  std::optional<std::string> open;
  std::string body;
  for (const std::string& line : base::lines(base::to_text(text))) {
    if (!open) {
      open = label_of(line, "BEGIN");
      body.clear();
    } else if (const auto ended = label_of(line, "END")) {
      if (*ended != *open) return malformed("a block of " + *open + " ends as " + *ended);
      auto der = decode_base64(body);
      if (!der) return malformed("the content of the block of " + *open + " is not Base64");
      blocks.push_back({*open, std::move(*der)});
      open.reset();
    } else {
      body += line;
    }
  }
  if (open) return malformed("the block of " + *open + " has no END line");
  return blocks;
}

std::string base64(ByteView bytes) {
  Bytes text(4 * ((bytes.size() + 2) / 3) + 1);
  const int length = EVP_EncodeBlock(text.data(), bytes.data(), static_cast<int>(bytes.size()));
  return {text.begin(), text.begin() + length};
}

std::string base64_lines(ByteView bytes) {
  const std::string all = base64(bytes);
  std::string folded;
  for (std::size_t at = 0; at < all.size(); at += line_characters) folded += all.substr(at, line_characters) + '\n';
  return folded;
}

std::string armor(ByteView der, std::string_view label) {
  const std::string name(label);
  return "-----BEGIN " + name + "-----\n" + base64_lines(der) + "-----END " + name + "-----\n";
}

}  // namespace ringside::crypto
