// app/connections/installed_files.cpp - the libraries and programs through which other programs read rings, and where
// they are.
#include "app/connections/installed_files.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include <unistd.h>

#include "base/text.hpp"

namespace ringside::app {
namespace {

constexpr InstalledFile files[] = {
    {"R_datalib", datalib_library, "", "lib"},
    {"System SSL", "libringside-gskcms.so", "", "lib"},
    {"PKCS#11", pkcs11_module, "pkcs11", "lib"},
    {"OpenSSL STORE", store_provider, "ossl-modules", "lib"},
    {"keyring-util", "keyring-util", "bin", "connectors/keyring_util"},
    {"Java", java_agent, "share/java", "lib"},
};

// Debian's, for every architecture.
constexpr std::array<std::string_view, 4> loader_folders = {"/lib", "/usr/lib", "/usr/local/lib", "/lib64"};

std::filesystem::path installed_place(const InstalledFile& file, const std::filesystem::path& program_folder) {
  if (file.folder == "bin") return program_folder / file.file;
  if (file.folder.starts_with("share/")) return program_folder.parent_path() / file.folder / file.file;
  return program_folder.parent_path() / RINGSIDE_LIBDIR / file.folder / file.file;
}

}  // namespace

std::span<const InstalledFile> installed_files() {
  return files;
}

std::optional<std::filesystem::path> path_of(const InstalledFile& file, const std::filesystem::path& program_folder) {
  std::error_code error;
  for (const auto& place :
       {installed_place(file, program_folder), program_folder.parent_path() / file.built / file.file})
    if (std::filesystem::is_regular_file(place, error)) return place.lexically_normal();
  return std::nullopt;
}

std::optional<std::filesystem::path> path_of(std::string_view file, const std::filesystem::path& program_folder) {
  const auto found =
      std::find_if(std::begin(files), std::end(files), [&](const InstalledFile& each) { return each.file == file; });
  return found == std::end(files) ? std::nullopt : path_of(*found, program_folder);
}

std::filesystem::path running_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error);
}

std::filesystem::path program_folder() {
  return running_program().parent_path();
}

bool is_found_by_path(const std::filesystem::path& program, const std::string& list) {
  const std::string name = program.filename().string();
  for (const std::string& folder : base::split(list, ':')) {
    const std::filesystem::path found = std::filesystem::path(folder) / name;
    if (::access(found.c_str(), X_OK) != 0) continue;
    std::error_code error;
    return found.is_absolute() && std::filesystem::equivalent(found, program, error);
  }
  return false;
}

bool is_searched_by_the_loader(const std::filesystem::path& folder) {
  const std::filesystem::path architecture = std::filesystem::path(RINGSIDE_LIBDIR).filename();
  return std::any_of(loader_folders.begin(), loader_folders.end(),
                     [&](std::string_view each) { return folder == each || folder == each / architecture; });
}

}  // namespace ringside::app
