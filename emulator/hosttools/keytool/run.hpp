// emulator/hosttools/keytool/run.hpp - one keytool command line, from arguments to exit status.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/process.hpp"

namespace ringside::keytool {

/// Runs keytool with `arguments` (without the program's name) as the JDK 17 does. Returns the exit status: 0 or 1.
/// `ring_type` is the default store type of key rings, for tools such as zseckeytool.
int run(const std::vector<std::string>& arguments, host::Process& process,
        const std::optional<std::string>& ring_type = std::nullopt);

}  // namespace ringside::keytool
