// tests/house/tree.hpp - the files of the tree, as the rules of the house look at them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/house/house_rules.hpp"

namespace ringside::house {

/// Returns whether a path is that of a C++ source.
bool is_cpp(const std::string& path);

/// Returns the content of a file; empty if it cannot be read.
std::string file_text(const std::filesystem::path& path);
/// Writes a file whole.
void write_text(const std::filesystem::path& path, const std::string& text);

/// Returns the wanted files of every folder of the root, by path. Left out: build*, folders whose name begins with a
/// dot, and node_modules.
std::vector<SourceFile> tree(bool (*wanted)(const std::string& path));

/// Returns the files that git tracks; none where the sources are no checkout, or git is missing.
std::vector<SourceFile> tracked_files();

/// Returns what a rule finds in any of the files, one line each.
template <typename Check>
std::string violations(const std::vector<SourceFile>& files, Check check) {
  std::string found;
  for (const SourceFile& file : files)
    for (const std::string& violation : check(file)) found += violation + "\n";
  return found;
}

}  // namespace ringside::house
