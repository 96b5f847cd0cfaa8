// app/connections/installed_files.hpp - the libraries and programs through which other programs read rings, and where
// they are.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ringside::app {

/// A library or program of this project beside the program itself.
struct InstalledFile {
  std::string_view interface;  ///< what it offers: "R_datalib"
  std::string_view file;       ///< "libringside-datalib.so"
  std::string_view folder;  ///< in an installation: below the folder of libraries; "bin", "share/...": below the prefix
  std::string_view built;   ///< in a build: below its root
};

inline constexpr std::string_view pkcs11_module = "libringside-pkcs11.so", store_provider = "ringside.so",
                                  datalib_library = "libringside-datalib.so", java_agent = "ringside-safkeyring.jar";
/// The folder of the addon for keyring_js, below that of the libraries. A build without Node's headers has none.
inline constexpr std::string_view node_addon = "ringside/node";

std::span<const InstalledFile> installed_files();

/// Returns the path of a file for the program in `program_folder`, in an installation or in a build; nullopt if it is
/// in neither.
std::optional<std::filesystem::path> path_of(const InstalledFile& file, const std::filesystem::path& program_folder);
/// The same by the name of the file.
std::optional<std::filesystem::path> path_of(std::string_view file, const std::filesystem::path& program_folder);

/// Returns the path of the running program; empty if the system does not tell it.
std::filesystem::path running_program();
/// Returns its folder.
std::filesystem::path program_folder();

/// Returns whether a list of folders, as PATH has it, leads from any directory to this program by its name.
bool is_found_by_path(const std::filesystem::path& program, const std::string& list);

/// Returns whether the loader finds libraries in this folder without LD_LIBRARY_PATH.
bool is_searched_by_the_loader(const std::filesystem::path& folder);

}  // namespace ringside::app
