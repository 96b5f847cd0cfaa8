// emulator/keytool/system_cacerts.hpp - the store of well-known CAs that a Java installation brings.
#pragma once

#include "emulator/keytool/tool.hpp"

namespace ringside::keytool {

/// Where a host keeps it.
std::string system_cacerts_path(Tool& tool);
/// Its entries; nothing if the host has none.
std::optional<KeyStore> system_cacerts(Tool& tool);

}  // namespace ringside::keytool
