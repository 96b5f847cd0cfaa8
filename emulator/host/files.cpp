// emulator/host/files.cpp - normal forms of paths, and the texts of file errors.
#include "emulator/host/files.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::host {
namespace {

// Removes the last part; the root has no parent, so that "" stays "".
void step_up(std::string& path) {
  path.resize(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
}

}  // namespace

std::string file_error_text(FileError error) {
  switch (error) {
    case FileError::missing:
      return "No such file or directory";
    case FileError::denied:
      return "Permission denied";
    case FileError::not_permitted:
      return "Operation not permitted";
    case FileError::is_directory:
      return "Is a directory";
    case FileError::not_directory:
      return "Not a directory";
    case FileError::exists:
      return "File exists";
    case FileError::not_empty:
      return "Directory not empty";
    case FileError::name_too_long:
      return "File name too long";
    case FileError::too_large:
      return "File too large";
    case FileError::busy:
      return "Device or resource busy";
    case FileError::too_many_links:
      return "Too many levels of symbolic links";
    case FileError::unknown_owner:
      return "No such user or group";
    case FileError::not_a_file:
      return "Not a regular file";
    case FileError::outside:
      return "the path or a symbolic link in it leads out of the folder";
    case FileError::no_space:
      return "No space left on device";
    case FileError::over_quota:
      return "Disk quota exceeded";
    case FileError::device_error:
      return "Input/output error";
  }
  return "Unknown error";
}

bool is_of_the_disk(FileError error) {
  return error == FileError::no_space || error == FileError::over_quota || error == FileError::device_error;
}

std::string resolve(const std::string& directory, const std::string& path) {
  const std::string whole = !path.empty() && path.front() == '/' ? path : directory + "/" + path;
  std::string result;
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string part = whole.substr(at, end - at);
    if (part == "..")
      step_up(result);
    else if (!part.empty() && part != ".")
      result += "/" + part;
    at = end + 1;
  }
  return result.empty() ? "/" : result;
}

std::string absolute(const Files& files, const std::string& directory, const std::string& path) {
  if (("/" + path + "/").find("/../") == std::string::npos) return resolve(directory, path);
  std::vector<std::string> parts = base::split(path.starts_with('/') ? path : directory + "/" + path, '/');
  std::reverse(parts.begin(), parts.end());
  std::string result;
  for (std::size_t links = 0; !parts.empty();) {
    const std::string part = parts.back();
    parts.pop_back();
    if (part != "..") {
      if (!part.empty() && part != ".") result += "/" + part;
      continue;
    }
    const auto target = result.empty() ? FileResult<std::string>() : files.read_link(result);
    if (!target || target->empty() || ++links > base::limits::host_symbolic_links) {
      step_up(result);
      continue;
    }
    // The link's name is replaced by its target, then ".." is tried again.
    target->front() == '/' ? result.clear() : step_up(result);
    parts.push_back("..");
    const std::vector<std::string> inner = base::split(*target, '/');
    parts.insert(parts.end(), inner.rbegin(), inner.rend());
  }
  return result.empty() ? "/" : result;
}

std::string parent_of(const std::string& path) {
  const std::size_t cut = path.rfind('/');
  return cut == 0 || cut == std::string::npos ? "/" : path.substr(0, cut);
}

std::string name_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

FileResult<void> make_directories(Files& files, const std::string& path) {
  const auto there = files.status(path);
  if (there && there->directory) return {};
  if (there) return tl::unexpected(FileError::not_directory);
  if (there.error() != FileError::missing || path == "/") return tl::unexpected(there.error());
  if (auto above = make_directories(files, parent_of(path)); !above) return above;
  return files.make_directory(path);
}

}  // namespace ringside::host
