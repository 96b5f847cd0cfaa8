// app/serve/zowe_config.hpp - the file by which Zowe CLI and Zowe Explorer find the systems that are served.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ringside::app {

/// Writes a zowe.config.json with one profile for each system and its port; the first is the default. It holds no
/// password and asks for strict TLS. Throws UsageError if there is a file of that name, OutputError if it cannot be
/// written.
void write_zowe_config(const std::string& path, const std::vector<std::pair<std::string, unsigned>>& ports,
                       const std::string& user);

}  // namespace ringside::app
