// emulator/hosttools/keytool/system_cacerts.hpp - the store of well-known CAs that a Java installation brings.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Where a host keeps it.
std::string system_cacerts_path(host::Process& process);
/// Whether a path as typed is one of the places where hosts keep it.
bool is_system_cacerts(const std::string& path, host::Process& process);
/// Its entries; nothing if the host has none.
std::optional<KeyStore> system_cacerts(Tool& tool);

}  // namespace ringside::keytool
