// emulator/hosttools/keytool/ring/ring_type.hpp - the key store types that IBM's Java on z/OS has for SAF key rings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::keytool {

struct RingType {
  std::string_view name;                  ///< as -storetype has it
  std::string_view provider;              ///< of IBM Semeru Runtime
  bool sees_icsf_keys;                    ///< whether a private key in ICSF becomes a key entry
  bool stores_keys;                       ///< whether a key entry that is stored goes to the RACF database
  std::vector<std::string_view> schemes;  ///< of the URLs that its provider opens
};

/// The type of this name in capitals; nothing if it is none for key rings.
const RingType* ring_type(const std::string& name);

/// "safkeyring://...", in any of the schemes that some type opens.
bool is_ring_url(const std::string& name);

}  // namespace ringside::keytool
