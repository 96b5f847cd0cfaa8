// app/key_folder.hpp - the folder that keeps seeded keys for later runs.
#pragma once

#include <string>

namespace ringside::app {

/// The folder for seeded keys: `option` (the value of --key-cache) if it is not empty, else $RINGSIDE_KEY_CACHE, else
/// the folder in the user's cache ($XDG_CACHE_HOME/ringside/keys or ~/.cache/ringside/keys). Empty for "none", and if
/// no home directory is known. Throws UsageError if a folder that was named cannot be made or written to.
std::string key_folder(const std::string& option);

}  // namespace ringside::app
