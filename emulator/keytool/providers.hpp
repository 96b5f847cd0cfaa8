// emulator/keytool/providers.hpp - the security providers that -addprovider, -providerclass and -providername may name.
#pragma once

#include <string>

namespace ringside::keytool {

/// Refuses, in the JDK's words, a provider that JDK 17 does not have. One that it has changes nothing: its algorithms
/// are played already.
void check_provider_class(const std::string& class_name);
void check_added_provider(const std::string& name);
void check_provider_name(const std::string& name);

}  // namespace ringside::keytool
