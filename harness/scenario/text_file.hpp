// harness/scenario/text_file.hpp - reads files that scenarios name.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include <tl/expected.hpp>

namespace ringside::harness {

/// Returns the content of a regular file of at most `most` bytes. The error is a sentence.
tl::expected<std::string, std::string> read_text_file(const std::filesystem::path& path, std::size_t most);

}  // namespace ringside::harness
