// emulator/hosttools/keytool/providers.hpp - the security providers that -addprovider, -providerclass and -providername
// may name.
#pragma once

#include <string>

namespace ringside::keytool {

/// Which Java: IBM's on z/OS also has the providers of key rings.
enum class Java { jdk, ibm };

/// Throws Refusal with the JDK's text for a provider that JDK 17 does not have. A known provider has no effect: its
/// algorithms are emulated already.
void check_provider_class(const std::string& class_name, Java java);
void check_added_provider(const std::string& name, Java java);
void check_provider_name(const std::string& name, Java java);

}  // namespace ringside::keytool
