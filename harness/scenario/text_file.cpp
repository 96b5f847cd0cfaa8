// harness/scenario/text_file.cpp - reads files that scenarios name.
#include "harness/scenario/text_file.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

namespace ringside::harness {

tl::expected<std::string, std::string> read_text_file(const std::filesystem::path& path, std::size_t most) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return tl::make_unexpected(fmt::format("there is no file {}", path.string()));
  if (std::filesystem::file_size(path, error) > most)
    return tl::make_unexpected(fmt::format("{} is larger than {} bytes", path.string(), most));
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return tl::make_unexpected(fmt::format("{} cannot be read", path.string()));
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

}  // namespace ringside::harness
