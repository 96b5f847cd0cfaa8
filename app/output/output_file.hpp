// app/output/output_file.hpp - writes a real file that an operand or option names.
#pragma once

#include <string>
#include <string_view>

#include "base/replace_file.hpp"

namespace ringside::app {

/// Makes or replaces a real file as base::replace_file does, through links. A device or pipe, and what /dev and /proc
/// name (/dev/stdout), is written to instead. Throws OutputError if that fails; then a file is as it was.
void write_output_file(const std::string& path, std::string_view content, base::FileModes modes = {});

}  // namespace ringside::app
