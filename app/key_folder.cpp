// app/key_folder.cpp - the folder that keeps seeded keys for later runs.
#include "app/key_folder.hpp"

#include <cstdlib>
#include <filesystem>

#include "app/program.hpp"
#include "emulator/lab/kept_keys.hpp"

namespace ringside::app {
namespace {

constexpr const char* variable = "RINGSIDE_KEY_CACHE";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The XDG base directory specification says that relative paths are ignored.
std::filesystem::path users_cache() {
  const std::filesystem::path cache = environment("XDG_CACHE_HOME");
  if (cache.is_absolute()) return cache;
  const std::filesystem::path home = environment("HOME");
  return home.is_absolute() ? home / ".cache" : std::filesystem::path();
}

std::string named_folder(const std::string& name, const std::string& value) {
  if (value == "none") return "";
  std::error_code error;
  const std::string folder = std::filesystem::absolute(value, error).lexically_normal().string();
  if (!lab::can_keep_keys(folder)) throw UsageError(name + " " + value + ": this folder cannot be made or written to");
  return folder;
}

}  // namespace

std::string key_folder(const std::string& option) {
  if (!option.empty()) return named_folder("--key-cache", option);
  if (const std::string value = environment(variable); !value.empty()) return named_folder(variable, value);
  const std::filesystem::path cache = users_cache();
  return cache.empty() ? "" : (cache / "ringside" / "keys").string();
}

}  // namespace ringside::app
