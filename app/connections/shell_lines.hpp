// app/connections/shell_lines.hpp - the variables by which a shell tells programs whose rings they read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "connectors/caller/settings.hpp"

namespace ringside::app {

struct Variable {
  std::string name;
  std::string value;
};

/// The variables for the programs of a shell: the settings, and where the libraries are, as far as there are any.
/// Where the loader does not look for them by itself, LD_LIBRARY_PATH and PKG_CONFIG_PATH get their folder in front of
/// what `present` has; they are left alone otherwise.
std::vector<Variable> variables_for(const connectors::Settings& settings, const std::filesystem::path& program_folder,
                                    const connectors::Variables& present);

/// Returns "export NAME='value'", which a POSIX shell reads back as the value, whatever is in it.
std::string shell_line(const Variable& variable);

}  // namespace ringside::app
