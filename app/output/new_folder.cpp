// app/output/new_folder.cpp - a folder of real files that must be new or empty.
#include "app/output/new_folder.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/bytes.hpp"
#include "base/replace_file.hpp"

namespace ringside::app {
namespace {

constexpr mode_t for_its_owner = 0700;

[[noreturn]] void fail_with_errno(const std::string& path) {
  throw OutputError(path + ": " + std::strerror(errno));
}

void require_new_or_empty(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return;
  if (!std::filesystem::is_directory(status)) throw UsageError(path + ": is no folder");
  if (!std::filesystem::is_empty(path, error) && !error)
    throw UsageError(path + ": the folder is not empty; name one that is, or a new one");
}

base::Descriptor made_folder(const std::string& path) {
  require_new_or_empty(path);
  if (::mkdir(path.c_str(), for_its_owner) != 0 && errno != EEXIST) fail_with_errno(path);
  base::Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));  // NOLINT(*-vararg)
  if (!directory.is_open() || ::faccessat(directory.number(), ".", W_OK, AT_EACCESS) != 0) fail_with_errno(path);
  return directory;
}

}  // namespace

NewFolder::NewFolder(std::string path) : path_(std::move(path)), directory_(made_folder(path_)) {}

void NewFolder::write(const std::string& name, const std::string& content, unsigned mode) const {
  if (const auto error = base::create_file(directory_.number(), name, base::to_bytes(content), mode))
    throw OutputError(fmt::format("{}/{}: {}", path_, name, std::strerror(error.value())));
}

void NewFolder::sync() const {
  if (::syncfs(directory_.number()) != 0) fail_with_errno(path_);
}

}  // namespace ringside::app
