// emulator/crypto/running_digest.cpp - hash values through OpenSSL, part by part.
#include "emulator/crypto/running_digest.hpp"

#include <string>

#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using OwnedHash = Owned<EVP_MD, EVP_MD_free>;

OwnedHash fetched_hash(std::string_view digest) {
  return OwnedHash(require(EVP_MD_fetch(nullptr, std::string(digest).c_str(), nullptr), "EVP_MD_fetch"));
}

}  // namespace

RunningDigest::RunningDigest(std::string_view digest)
    : context_(require(EVP_MD_CTX_new(), "EVP_MD_CTX_new"), EVP_MD_CTX_free) {
  require(EVP_DigestInit_ex(context_.get(), fetched_hash(digest).get(), nullptr) == 1, "EVP_DigestInit_ex");
}

void RunningDigest::update(base::ByteView part) {
  require(EVP_DigestUpdate(context_.get(), part.data(), part.size()) == 1, "EVP_DigestUpdate");
}

base::Bytes RunningDigest::finish() {
  base::Bytes value(static_cast<std::size_t>(EVP_MD_CTX_get_size(context_.get())));
  require(EVP_DigestFinal_ex(context_.get(), value.data(), nullptr) == 1, "EVP_DigestFinal_ex");
  return value;
}

std::size_t digest_octets(std::string_view digest) {
  return static_cast<std::size_t>(EVP_MD_get_size(fetched_hash(digest).get()));
}

}  // namespace ringside::crypto
