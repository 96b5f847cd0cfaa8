// app/connections/connection_check.hpp - what a program that reads rings finds: the lab, the user, the rings, the
// libraries.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "connectors/caller/settings.hpp"

namespace ringside::app {

/// One line of the answer.
struct Finding {
  std::string what;  ///< "lab", "system", "user", "ring", or what a library offers: "R_datalib"
  bool found = false;
  std::string text;  ///< what was found, or what is wrong
};

/// Opens the lab as the libraries do, and reads each ring as the user would. Rings that the user may not read are left
/// out. Changes nothing.
std::vector<Finding> connections_found(const connectors::Settings& settings,
                                       const std::filesystem::path& program_folder);

}  // namespace ringside::app
