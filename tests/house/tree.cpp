// tests/house/tree.cpp - the files of the tree, as the rules of the house look at them.
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "tests/support/places.hpp"

namespace ringside::house {
namespace {

/// Returns whether a folder of the root holds what builds and tools make: "build", "build-x", ".git".
bool is_left_out(const std::string& folder) {
  return folder.starts_with('.') || folder.starts_with("build");
}

}  // namespace

bool is_cpp(const std::string& path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".inc");
}

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void write_text(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::vector<SourceFile> tree(bool (*wanted)(const std::string& path)) {
  using std::filesystem::directory_iterator, std::filesystem::recursive_directory_iterator;
  const std::filesystem::path root = test_support::source_folder();
  std::vector<SourceFile> files;
  for (const auto& folder : directory_iterator(root)) {
    if (!folder.is_directory() || is_left_out(folder.path().filename().string())) continue;
    for (auto entry = recursive_directory_iterator(folder); entry != recursive_directory_iterator(); ++entry) {
      if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
      const std::string path = entry->path().lexically_relative(root).generic_string();
      if (entry->is_regular_file() && wanted(path)) files.push_back({path, file_text(entry->path())});
    }
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::vector<SourceFile> tracked_files() {
  const std::filesystem::path root = test_support::source_folder();
  const std::string command = "git -C '" + root.string() + "' ls-files -z 2>/dev/null";
  FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string names;
  std::array<char, 4096> block{};
  for (std::size_t got = 0; (got = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    names.append(block.data(), got);
  if (::pclose(pipe) != 0) return {};
  std::vector<SourceFile> files;
  for (const std::string& path : base::split(names, '\0'))
    if (!path.empty()) files.push_back({path, file_text(root / path)});
  return files;
}

}  // namespace ringside::house
