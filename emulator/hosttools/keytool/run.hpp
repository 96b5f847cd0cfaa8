// emulator/hosttools/keytool/run.hpp - one keytool command line, from arguments to exit status.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

/// Runs keytool with `arguments` (without the program's name) as the JDK 17 does. Returns the exit status: 0 or 1.
/// `ring_type` is the default store type of key rings, for tools such as zseckeytool.
int run(const std::vector<std::string>& arguments, host::Process& process,
        const std::optional<std::string>& ring_type = std::nullopt);

/// Runs keytool -list with `arguments` and returns the entries of the store that it lists: a file, or a SAF key ring,
/// whose keys are protected by the given password. Returns nullopt after a refusal, which is printed.
std::optional<KeyStore> listed_store(const std::vector<std::string>& arguments, host::Process& process);

}  // namespace ringside::keytool
