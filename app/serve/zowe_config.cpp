// app/serve/zowe_config.cpp - profiles of Zowe for the systems that are served.
#include "app/serve/zowe_config.hpp"

#include <filesystem>

#include "app/output/output_file.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"

namespace ringside::app {

void write_zowe_config(const std::string& path, const std::vector<std::pair<std::string, unsigned>>& ports,
                       const std::string& user) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
    throw UsageError("--zowe-config " + path + ": there is such a file; it stays as it is");
  base::Json profiles = base::Json::object();
  for (const auto& [system, port] : ports)
    profiles[base::lower(system)] = {
        {"type", "zosmf"},
        {"properties",
         {{"host", "localhost"}, {"port", port}, {"user", user}, {"rejectUnauthorized", true}, {"protocol", "https"}}}};
  profiles["tso"] = {{"type", "tso"}, {"properties", {{"account", "ACCT1"}}}};
  const base::Json config = {{"profiles", profiles},
                             {"defaults", {{"zosmf", base::lower(ports.front().first)}, {"tso", "tso"}}},
                             {"autoStore", false}};
  write_output_file(path, config.text() + "\n");
}

}  // namespace ringside::app
