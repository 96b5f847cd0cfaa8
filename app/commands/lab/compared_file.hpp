// app/commands/lab/compared_file.hpp - a lab or an unload that 'lab diff' and 'lab commands' take.
#pragma once

#include <memory>
#include <string>

#include "app/program.hpp"

namespace ringside::app {

/// Whether the file is there, holds something and does not begin as a database of SQLite does, which each lab is.
bool is_unload(const std::string& path);

/// Throws UsageError if the file is neither a lab nor perhaps an unload.
void require_compared_file(const std::string& path);

/// The lab; of an unload one in memory, with a system TWIN that holds what the unload says. Throws UsageError if it is
/// no unload. `clock` must outlive the lab.
std::unique_ptr<lab::Lab> opened_lab(const std::string& path, const base::Clock& clock, const lab::Rules& rules);

}  // namespace ringside::app
