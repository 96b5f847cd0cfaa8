// emulator/crypto/running_digest.hpp - the hash value of data that comes in parts.
#pragma once

#include <memory>
#include <string_view>

#include "base/bytes.hpp"

using EVP_MD_CTX = struct evp_md_ctx_st;  // as OpenSSL declares it

namespace ringside::crypto {

class RunningDigest {
 public:
  /// Takes OpenSSL's name of the hash ("SHA256"). Throws base::Fault for a name that OpenSSL does not have.
  explicit RunningDigest(std::string_view digest);

  void update(base::ByteView part);
  /// Returns the hash value of all parts. Nothing may be called after it.
  [[nodiscard]] base::Bytes finish();

 private:
  std::shared_ptr<EVP_MD_CTX> context_;
};

/// The number of octets of a hash value. Throws base::Fault as RunningDigest does.
[[nodiscard]] std::size_t digest_octets(std::string_view digest);

}  // namespace ringside::crypto
