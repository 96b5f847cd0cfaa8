// app/output/output_file.hpp - writes a real file that an operand or option names.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/replace_file.hpp"

namespace ringside::app {

/// Makes or replaces a real file as base::replace_file does, through links. A device or pipe, and what /dev and /proc
/// name (/dev/stdout), is written to instead. Throws OutputError if that fails; then a file is as it was.
void write_output_file(const std::string& path, std::string_view content, base::FileModes modes = {});

/// Takes the next part of a content.
using PartSink = std::function<void(std::string_view part)>;

/// The same with a content that comes in parts, for one that is too large for memory: `produce` passes them to the sink
/// that it is given. What `produce` throws goes through, and a file is as it was.
void write_output_file_in_parts(const std::string& path, const std::function<void(const PartSink&)>& produce,
                                base::FileModes modes = {});

}  // namespace ringside::app
