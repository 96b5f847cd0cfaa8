// emulator/hosttools/keytool/system_cacerts.hpp - the store of well-known CAs of a Java installation.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Returns the path of the store on a host.
std::string system_cacerts_path(host::Process& process);
/// Returns whether a path as typed is one of the usual paths of the store.
bool is_system_cacerts(const std::string& path, host::Process& process);
/// Returns its entries; nullopt if the host has none.
std::optional<KeyStore> system_cacerts(Tool& tool);

}  // namespace ringside::keytool
