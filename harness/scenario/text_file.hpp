// harness/scenario/text_file.hpp - reads and writes files that scenarios name.
//
// A scenario may come from anywhere, and reports show what it reads. Neither a path nor a symbolic link of it leads out
// of the folder of its file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include <tl/expected.hpp>

namespace ringside::harness {

/// Returns the content of the regular file `name` in or below `folder`, at most `most` bytes. The error is a sentence,
/// also for a link that leads out of the folder.
tl::expected<std::string, std::string> read_text_file(const std::filesystem::path& folder, const std::string& name,
                                                      std::size_t most);

/// Returns whether there is something of that name. True for a link that leads out of the folder, so that reading it
/// says so.
bool is_there(const std::filesystem::path& folder, const std::string& name);

/// Replaces the file `name` in or below `folder`, and makes the folders above it. The error is a sentence.
tl::expected<void, std::string> write_text_file(const std::filesystem::path& folder, const std::string& name,
                                                const std::string& content);

}  // namespace ringside::harness
