// app/lab_file.hpp - the file of a lab, before the lab is opened.
#pragma once

#include <string>

namespace ringside::app {

/// Returns whether something has that name: a file, or a link to one.
bool lab_file_exists(const std::string& path);

/// Throws UsageError if the file does not exist, is empty or is no lab. The text names the lab of its folder that was
/// probably meant, or all labs there.
void require_lab_file(const std::string& path);

/// Throws UsageError if the file exists, holds something and is no lab: so a mistyped name leaves it as it is.
void refuse_other_file(const std::string& path);

/// Throws UsageError if the lab cannot be made there: its folder does not exist, or a link of that name leads nowhere.
void require_place_for_lab(const std::string& path);

/// Deletes the lab with the files that SQLite keeps beside it. The lab must be closed.
void remove_lab_file(const std::string& path);

}  // namespace ringside::app
