// emulator/jes/libraries.cpp - folders as libraries of procedures.
#include "emulator/jes/libraries.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/fault.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/host/real_files.hpp"

namespace ringside::jes {
namespace {

constexpr std::array<std::string_view, 4> extensions{"", ".jcl", ".proc", ".prc"};

host::RealFiles files_of(const std::filesystem::path& root) {
  return host::RealFiles(root.empty() ? "." : root.string(), host::Leaving::refused);
}

bool is_member_name(const std::filesystem::path& file) {
  return std::find(extensions.begin(), extensions.end(), base::lower(file.extension().string())) != extensions.end();
}

}  // namespace

tl::expected<void, std::string> Libraries::add(const std::string& library, const std::filesystem::path& root,
                                               const std::string& folder) {
  if (!base::is_data_set_name(library))
    return tl::make_unexpected(base::printable(library) + " is not a data set name");
  const host::RealFiles files = files_of(root);
  const std::string shown = base::printable((folder.empty() ? root : root / folder).string());
  const auto outside = [&](const std::string& path) {
    return tl::make_unexpected(fmt::format("{}: a symbolic link leads out of the folder {}", path, root.string()));
  };
  const auto status = files.status("/" + folder);
  if (!status && status.error() == host::FileError::outside) return outside(shown);
  if (!status || !status->directory) return tl::make_unexpected("there is no folder " + shown);
  const auto names = files.list("/" + folder);
  if (!names) return tl::make_unexpected(fmt::format("{}: {}", shown, host::file_error_text(names.error())));
  for (const std::string& name : *names) {
    const auto file = files.status("/" + folder + "/" + name);
    if (!file && file.error() == host::FileError::outside && is_member_name(name))
      return outside(shown + "/" + base::printable(name));
  }
  if (!folders_.emplace(library, Folder{root, folder}).second)
    return tl::make_unexpected("the library " + library + " is there twice");
  return {};
}

std::optional<std::string> Libraries::member(const std::string& library, const std::string& name) const {
  const auto found = folders_.find(library);
  if (found == folders_.end()) return std::nullopt;
  const host::RealFiles files = files_of(found->second.root);
  const std::string folder = "/" + found->second.name + "/";
  const auto names = files.list(folder);
  if (!names)
    throw base::Fault((found->second.root / found->second.name).string() +
                      " cannot be read: " + host::file_error_text(names.error()));
  for (const std::string& each : *names) {  // sorted
    if (!is_member_name(each) || base::upper(std::filesystem::path(each).stem().string()) != name) continue;
    const auto status = files.status(folder + each);
    if (status && status->type != '-') continue;
    const std::string shown = (found->second.root / found->second.name / each).string();
    if (status && status->size > base::limits::input_file_bytes)
      throw base::Fault(shown + " is too large for a member of a library");
    const auto text = files.read(folder + each);
    if (!text) throw base::Fault(shown + " cannot be read: " + host::file_error_text(text.error()));
    return base::to_text(*text);
  }
  return std::nullopt;
}

}  // namespace ringside::jes
