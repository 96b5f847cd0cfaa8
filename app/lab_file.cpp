// app/lab_file.cpp - the file of a lab, before the lab is opened.
#include "app/lab_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

#include "app/program.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

namespace fs = std::filesystem;

/// Whether the file begins as SQLite begins a database with the application ID of a lab.
bool is_lab(const fs::path& path) {
  constexpr std::string_view format = "SQLite format 3";
  constexpr std::string_view application = "RSID";
  constexpr std::size_t place_of_application = 68;
  std::array<char, place_of_application + application.size()> head{};
  std::ifstream file(path, std::ios::binary);
  if (!file.read(head.data(), head.size())) return false;
  const std::string_view text(head.data(), head.size());
  return text.starts_with(format) && text.ends_with(application);
}

/// Whether a file holds something, and no database of SQLite. The name of the application may stand in the log beside
/// it.
bool is_another_file(const fs::path& path) {
  constexpr std::string_view format = "SQLite format 3";
  std::array<char, format.size()> head{};
  std::error_code error;
  if (!fs::is_regular_file(path, error) || fs::file_size(path, error) == 0) return false;
  std::ifstream file(path, std::ios::binary);
  return file.is_open() &&
         (!file.read(head.data(), head.size()) || std::string_view(head.data(), head.size()) != format);
}

/// The names of the labs in a folder.
std::vector<std::string> labs_in(const fs::path& folder) {
  constexpr std::size_t most_files = 10'000;
  std::vector<std::string> labs;
  std::error_code error;
  std::size_t seen = 0;
  for (fs::directory_iterator each(folder, error), end; !error && each != end && seen < most_files; ++seen) {
    if (each->is_regular_file(error) && is_lab(each->path())) labs.push_back(each->path().filename().string());
    each.increment(error);
  }
  std::sort(labs.begin(), labs.end());
  return labs;
}

/// The part of the message that says what to type instead.
std::string way_out(const std::string& path) {
  constexpr std::size_t most_named = 5;
  const fs::path typed(path);
  std::vector<std::string> labs = labs_in(typed.has_parent_path() ? typed.parent_path() : ".");
  const auto near = base::nearest(typed.filename().string(), labs);
  if (near) return "; did you mean " + (typed.parent_path() / *near).string() + "?";
  if (labs.empty()) return lab_file_exists(path) ? "" : "; 'ringside lab new " + path + "' makes it";
  const bool all = labs.size() <= most_named;
  if (!all) labs.resize(most_named);
  return "; its folder has: " + base::join(labs, ", ") + (all ? "" : ", ...");
}

}  // namespace

bool lab_file_exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

void require_lab_file(const std::string& path) {
  if (!lab_file_exists(path)) throw UsageError(path + ": this lab does not exist" + way_out(path));
  std::error_code error;
  if (fs::is_regular_file(path, error) && fs::file_size(path, error) == 0)
    throw UsageError(path + ": is an empty file and no lab" + way_out(path));
  refuse_other_file(path);
}

void refuse_other_file(const std::string& path) {
  if (is_another_file(path)) throw UsageError(path + ": this file is no lab" + way_out(path));
}

void require_place_for_lab(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error))
    throw UsageError(path + ": there is no folder " + folder.string());
  if (fs::is_symlink(fs::symlink_status(path, error))) throw UsageError(path + ": is a link that leads nowhere");
}

void remove_lab_file(const std::string& path) {
  std::error_code error;
  for (const char* part : {"", "-wal", "-shm", "-journal"}) fs::remove(path + part, error);
}

}  // namespace ringside::app
