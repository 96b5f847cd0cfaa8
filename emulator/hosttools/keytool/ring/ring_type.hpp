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

/// Returns all types.
const std::vector<RingType>& ring_types();

/// Returns whether a type opens URLs of a scheme, which is in lower case.
bool opens_scheme(const RingType& type, const std::string& scheme);

/// Finds a type by its name in capitals; returns nullptr if it is not one of key rings.
const RingType* ring_type(const std::string& name);

/// Returns whether a text is a URL such as "safkeyring://...", in a scheme that one of the types opens.
bool is_ring_url(const std::string& name);

}  // namespace ringside::keytool
