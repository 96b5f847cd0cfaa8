// app/shims/tool_shims.hpp - keytool and openssl on the machine's files and the lab's key rings.
#pragma once

#include <string>
#include <vector>

#include "app/shims/with_options.hpp"

namespace ringside::app {

/// Run a command line as the tool does. What is not emulated is run by the machine's own program, and a line on
/// standard error says so.
void run_keytool(Program& program, const WithOptions& options, const std::vector<std::string>& words);
void run_openssl(Program& program, const WithOptions& options, const std::vector<std::string>& words);

}  // namespace ringside::app
