// emulator/hosttools/keytool/certificates/weakness.hpp - what the JDK 17 calls weak or disabled
// (jdk.security.legacyAlgorithms, jdk.certpath.disabledAlgorithms as shipped).
#pragma once

#include <string>

#include "emulator/crypto/keys/key.hpp"

namespace ringside::keytool {

enum class Weakness { none, weak, disabled };

Weakness weakness_of_signature(const std::string& name);
Weakness weakness_of_key(const crypto::PublicKey& key);

}  // namespace ringside::keytool
