// app/key_folder.hpp - where seeded keys are kept from run to run.
#pragma once

#include <string>

namespace ringside::app {

/// The folder that `option` (of --key-cache) means, else that of RINGSIDE_KEY_CACHE, else the one in the user's cache
/// ($XDG_CACHE_HOME/ringside/keys, ~/.cache/ringside/keys). Empty for "none", and where nobody says where home is.
/// UsageError if a folder that was asked for cannot be made or written.
std::string key_folder(const std::string& option);

}  // namespace ringside::app
