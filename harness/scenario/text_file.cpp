// harness/scenario/text_file.cpp - reads and writes files that scenarios name.
#include "harness/scenario/text_file.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/real_files.hpp"

namespace ringside::harness {
namespace {

using host::FileError;

host::RealFiles files_of(const std::filesystem::path& folder) {
  return host::RealFiles(folder.empty() ? "." : folder.string(), host::Leaving::refused);
}

std::string refusal(const std::filesystem::path& folder, const std::string& name, FileError error) {
  const std::string path = base::printable((folder / name).string());
  if (error == FileError::outside)
    return fmt::format("{}: a symbolic link leads out of the folder {}", path,
                       folder.empty() ? "." : base::printable(folder.string()));
  const bool none = error == FileError::missing || error == FileError::not_directory ||
                    error == FileError::is_directory || error == FileError::not_a_file;
  return none ? "there is no file " + path : fmt::format("{}: {}", path, host::file_error_text(error));
}

}  // namespace

tl::expected<std::string, std::string> read_text_file(const std::filesystem::path& folder, const std::string& name,
                                                      std::size_t most) {
  const host::RealFiles files = files_of(folder);
  const auto status = files.status("/" + name);
  if (!status) return tl::make_unexpected(refusal(folder, name, status.error()));
  if (status->size > most)
    return tl::make_unexpected(
        fmt::format("{} is larger than {} bytes", base::printable((folder / name).string()), most));
  const auto content = files.read("/" + name);
  if (!content) return tl::make_unexpected(refusal(folder, name, content.error()));
  return base::to_text(*content);
}

bool is_there(const std::filesystem::path& folder, const std::string& name) {
  const auto status = files_of(folder).link_status("/" + name);
  return status || (status.error() != FileError::missing && status.error() != FileError::not_directory);
}

tl::expected<void, std::string> write_text_file(const std::filesystem::path& folder, const std::string& name,
                                                const std::string& content) {
  host::RealFiles files = files_of(folder);
  const std::string path = "/" + name;
  auto done = host::make_directories(files, host::parent_of(path));
  if (done) done = files.write(path, base::to_bytes(content));
  if (!done) return tl::make_unexpected(refusal(folder, name, done.error()));
  return {};
}

}  // namespace ringside::harness
