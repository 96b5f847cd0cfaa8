// emulator/crypto/library_context.cpp - an OpenSSL of one's own, inside of a program that uses OpenSSL as well.
#include "emulator/crypto/library_context.hpp"

#include <openssl/provider.h>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

OSSL_LIB_CTX* own_context() {
  // Never freed: keys and certificates of the process may use it until the end.
  static OSSL_LIB_CTX* const context = [] {
    OSSL_LIB_CTX* const made = require(OSSL_LIB_CTX_new(), "OSSL_LIB_CTX_new");
    require(OSSL_PROVIDER_load(made, "default") != nullptr, "OSSL_PROVIDER_load");
    return made;
  }();
  return context;
}

}  // namespace

LibraryContext::LibraryContext() : previous_(OSSL_LIB_CTX_set0_default(own_context())) {}

LibraryContext::~LibraryContext() {
  OSSL_LIB_CTX_set0_default(static_cast<OSSL_LIB_CTX*>(previous_));
}

}  // namespace ringside::crypto
