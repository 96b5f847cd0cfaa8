// emulator/hosttools/keytool/providers.hpp - the security providers that -addprovider, -providerclass and -providername
// may name.
#pragma once

#include <string>

#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// Whose Java it is: IBM's on z/OS has the providers of key rings as well.
enum class Java { jdk, ibm };

/// Refuses, in the JDK's words, a provider that JDK 17 does not have. One that it has changes nothing: its algorithms
/// are played already.
void check_provider_class(const std::string& class_name, Java java);
void check_added_provider(const std::string& name, Java java);
void check_provider_name(const std::string& name, Java java);
/// Whether a provider's key stores are of this type.
bool holds_stores(const std::string& provider, StoreType type);

}  // namespace ringside::keytool
