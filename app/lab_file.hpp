// app/lab_file.hpp - the file of a lab, before the lab is opened.
#pragma once

#include <string>

namespace ringside::app {

/// Returns whether something has that name: a file, or a link to one.
bool lab_file_exists(const std::string& path);

/// Throws UsageError if the file does not exist or is empty. The text names the lab of its folder that was probably
/// meant, or all labs there.
void require_lab_file(const std::string& path);

/// Throws UsageError if the lab cannot be made there: its folder does not exist, or a link of that name leads nowhere.
void require_place_for_lab(const std::string& path);

/// Deletes the lab with the files that SQLite keeps beside it. The lab must be closed.
void remove_lab_file(const std::string& path);

}  // namespace ringside::app
