// emulator/jes/libraries.cpp - folders as libraries of procedures.
#include "emulator/jes/libraries.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include "base/data_set_name.hpp"
#include "base/fault.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::jes {
namespace {

constexpr std::array<std::string_view, 4> extensions{"", ".jcl", ".proc", ".prc"};

bool is_member_file(const std::filesystem::directory_entry& entry, const std::string& name) {
  const std::filesystem::path file = entry.path().filename();
  const std::string extension = base::lower(file.extension().string());
  return base::upper(file.stem().string()) == name && entry.is_regular_file() &&
         std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace

tl::expected<void, std::string> Libraries::add(const std::string& library, const std::filesystem::path& folder) {
  if (!base::is_data_set_name(library))
    return tl::make_unexpected(base::printable(library) + " is not a data set name");
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return tl::make_unexpected("there is no folder " + folder.string());
  if (!folders_.emplace(library, folder).second)
    return tl::make_unexpected("the library " + library + " is there twice");
  return {};
}

std::optional<std::string> Libraries::member(const std::string& library, const std::string& name) const {
  const auto folder = folders_.find(library);
  if (folder == folders_.end()) return std::nullopt;
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder->second))
    if (is_member_file(entry, name)) found.push_back(entry.path());
  if (found.empty()) return std::nullopt;
  const auto& file = *std::min_element(found.begin(), found.end());  // independent of the order in the folder
  if (std::filesystem::file_size(file) > base::limits::input_file_bytes)
    throw base::Fault(file.string() + " is too large for a member of a library");
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw base::Fault(file.string() + " cannot be read");
  return text.str();
}

}  // namespace ringside::jes
