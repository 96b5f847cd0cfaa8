// emulator/hosttools/keytool/ring/ring.hpp - a SAF key ring that is used as a key store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/hosttools/keytool/certificates/x509.hpp"
#include "emulator/hosttools/keytool/ring/ring_type.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::keytool {

/// A certificate of a ring.
struct RingMember {
  std::string label;
  std::string owner;
  bool is_default = false;
  X509 certificate;
  std::optional<crypto::PrivateKey> key;  ///< only for a key entry
};

struct RingSource {
  racf::RingName ring;
  const RingType* type = nullptr;
  bool there = false;  ///< whether the ring exists
  std::vector<RingMember> members;
};

}  // namespace ringside::keytool
