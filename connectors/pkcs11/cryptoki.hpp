// connectors/pkcs11/cryptoki.hpp - the header of Cryptoki 2.40 (PKCS #11 Base Specification), and what its forms need.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include <p11-kit/pkcs11.h>

#include "base/bytes.hpp"

namespace ringside::connectors::pkcs11 {

inline constexpr std::string_view manufacturer = "Ringside";
inline constexpr CK_VERSION library_version{0, 1};

/// Writes the text into a field of fixed length, cut to it or with blanks behind it.
template <std::size_t length>
void fill(unsigned char (&field)[length], std::string_view text) {
  std::fill(std::begin(field), std::end(field), static_cast<unsigned char>(' '));
  std::copy_n(text.begin(), std::min(length, text.size()), std::begin(field));
}

/// Octets of the caller. A null pointer has none.
inline base::ByteView octets_at(const unsigned char* data, CK_ULONG length) {
  return data == nullptr ? base::ByteView() : base::ByteView(data, length);
}

/// Answers a list as Cryptoki does: its length alone if `out` is null, CKR_BUFFER_TOO_SMALL if there is too little
/// room.
template <typename List, typename T>
CK_RV answer_list(const List& list, T* out, CK_ULONG* count) {
  if (count == nullptr) return CKR_ARGUMENTS_BAD;
  const CK_ULONG room = std::exchange(*count, static_cast<CK_ULONG>(list.size()));
  if (out == nullptr) return CKR_OK;
  if (room < list.size()) return CKR_BUFFER_TOO_SMALL;
  std::copy(list.begin(), list.end(), out);
  return CKR_OK;
}

}  // namespace ringside::connectors::pkcs11
