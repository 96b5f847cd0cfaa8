// app/commands/personality.hpp - the option --personality of the subcommands that run openssl.
#pragma once

#include <string>

#include "app/command.hpp"
#include "emulator/hosttools/openssl/run.hpp"

namespace ringside::app {

inline constexpr const char* default_personality = "3.0";

Option personality_option(std::string& value);

/// The release of OpenSSL for "1.0", "1.1" or "3.0". Throws UsageError for any other text.
openssl::Personality personality_of(const std::string& text);

}  // namespace ringside::app
