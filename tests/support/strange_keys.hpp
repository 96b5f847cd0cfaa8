// tests/support/strange_keys.hpp - public and private keys, and certificates, that no key generator makes. All of them
// are test keys, built octet by octet.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"

namespace ringside::test_support {

struct StrangeKey {
  std::string name;
  base::Bytes der;  ///< SubjectPublicKeyInfo, or PKCS#8 PrivateKeyInfo
  bool refused;     ///< by every reader; the others are odd, but can be worked with
};

const std::vector<StrangeKey>& strange_public_keys();
const std::vector<StrangeKey>& strange_private_keys();

/// A CA certificate that holds the key, with a signature of zeros and the subject CN=`name`.
base::Bytes strange_certificate(const StrangeKey& key);
/// A request that holds the key, with a signature of zeros.
base::Bytes strange_request(const StrangeKey& key);

}  // namespace ringside::test_support
