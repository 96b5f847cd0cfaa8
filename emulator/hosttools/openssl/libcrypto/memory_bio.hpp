// emulator/hosttools/openssl/libcrypto/memory_bio.hpp - a buffer in memory for OpenSSL's printers.
#pragma once

#include <string>

#include <openssl/bio.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::openssl {

using crypto::memory_bio;
using crypto::OwnedBio;

/// Returns what was written to `bio` so far.
inline std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(length)};
}

}  // namespace ringside::openssl
