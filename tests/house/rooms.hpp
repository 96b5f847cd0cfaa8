// tests/house/rooms.hpp - the rooms of the tree: their namespaces, how much one folder holds, which files git may
// track.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "tests/house/house_rules.hpp"

namespace ringside::house {

/// The most sources that one folder holds: more cannot be taken in at one look.
inline constexpr std::size_t most_files = 40;

/// Returns the namespace of a room: its last folder. "emulator" and "hosttools" group rooms and name nothing; those in
/// connectors share one namespace, in which each may have one of its own.
inline std::string namespace_of(std::string_view room) {
  if (is_in(room, "connectors")) return "ringside::connectors";
  return "ringside::" + std::string(room.substr(room.rfind('/') == std::string_view::npos ? 0 : room.rfind('/') + 1));
}

/// Every source has a room, since the other rules look at sources of rooms only. Tests and benchmarks have none.
inline std::vector<std::string> check_room(const SourceFile& file) {
  const bool has_room = layer_of(file.path) < layers.size() || is_in(file.path, "tests") || is_in(file.path, "bench");
  return has_room ? std::vector<std::string>{} : std::vector{file.path + ": is in no room; add it to layers"};
}

/// A source declares its names in the namespace of its room or in one below that, and in no other of the project. Only
/// main() and tables (.inc) need none.
inline std::vector<std::string> check_namespace(const SourceFile& file) {
  const std::size_t layer = layer_of(file.path);
  if (layer == layers.size()) return {};
  const std::string home = namespace_of(layers[layer]);
  std::vector<std::string> found;
  bool is_home = file.path.ends_with(".inc") || file.path.ends_with("/main.cpp");
  for (const std::string& line : base::lines(file.text)) {
    if (!line.starts_with("namespace ringside")) continue;
    const std::string name = line.substr(10, line.find(' ', 10) - 10);
    is_home = true;
    if (name == home || name.starts_with(home + "::")) continue;
    found.push_back(file.path + ": is in namespace " + name + ", its room in " + home);
  }
  if (!is_home) found.push_back(file.path + ": is in no namespace; its room is in " + home);
  return found;
}

/// No folder holds more than most_files.
inline std::vector<std::string> check_sizes(const std::vector<std::string>& paths) {
  std::map<std::string, std::size_t> sizes;
  for (const std::string& path : paths) ++sizes[path.substr(0, path.rfind('/'))];
  std::vector<std::string> found;
  for (const auto& [folder, size] : sizes)
    if (size > most_files) found.push_back(folder + ": holds " + std::to_string(size) + " files");
  return found;
}

/// What ships has no name that reads as a test; "test" alone is a command of the program.
inline std::vector<std::string> check_name(const SourceFile& file) {
  if (layer_of(file.path) == layers.size()) return {};
  const std::string stem = file.path.substr(file.path.rfind('/') + 1, file.path.rfind('.') - file.path.rfind('/') - 1);
  const bool reads_as_test = stem.ends_with("_test") || (stem.starts_with("test_") && stem != "test_command");
  return reads_as_test ? std::vector{file.path + ": has a name that reads as a test"} : std::vector<std::string>{};
}

/// Folders that package managers and builds fill, wherever they stand.
inline const std::set<std::string> vendored_folders = {"node_modules", "vendor", "third_party", "build", ".cache"};

/// Endings of the files that the project writes.
inline const std::set<std::string> written_kinds = {"cpp",
                                                    "hpp",
                                                    "h",
                                                    "map",
                                                    "inc",
                                                    "cmake",
                                                    "in",
                                                    "txt",
                                                    "md",
                                                    "yaml",
                                                    "json",
                                                    "jcl",
                                                    "java",
                                                    "mjs",
                                                    "py",
                                                    "sh",
                                                    "rexx",
                                                    "xml",
                                                    "svg",
                                                    "html",
                                                    "npmrc",
                                                    "clang-tidy",
                                                    "clang-format",
                                                    "editorconfig",
                                                    "gitignore",
                                                    "git-blame-ignore-revs"};

/// Folders with files that have no ending: programs of the shell, and members of a library.
inline constexpr std::array<std::string_view, 5> without_ending = {"tools/", "bench/", ".ci/", "scenarios/",
                                                                   "tests/fuzz/seeds/"};

/// A tracked file is one that the project writes: no vendored folder, no kind that is not in the lists, no binary.
inline std::vector<std::string> check_tracked(const SourceFile& file) {
  auto folders = base::split(file.path, '/');
  folders.pop_back();
  for (const std::string& folder : folders)
    if (vendored_folders.contains(folder)) return {file.path + ": is in a vendored folder, " + folder};
  if (file.text.find('\0') != std::string::npos) return {file.path + ": is a binary file"};
  const std::string name = file.path.substr(file.path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  const bool known =
      dot != std::string::npos
          ? written_kinds.contains(name.substr(dot + 1))
          : name == "LICENSE" || std::any_of(without_ending.begin(), without_ending.end(),
                                             [&](std::string_view folder) { return file.path.starts_with(folder); });
  return known ? std::vector<std::string>{} : std::vector{file.path + ": is of a kind that the project does not write"};
}

/// For each room the rooms whose headers it includes, itself left out.
inline std::map<std::string, std::set<std::string>> rooms_below(const std::vector<SourceFile>& files) {
  std::map<std::string, std::set<std::string>> below;
  for (const SourceFile& file : files) {
    const std::size_t layer = layer_of(file.path);
    if (layer == layers.size()) continue;
    const std::string room(layers[layer]);
    below[room];
    for (const Include& include : includes_of(file.text)) {
      const std::size_t other = include.from_root ? layer_of(include.header) : layers.size();
      if (other < layers.size() && other != layer) below[room].insert(std::string(layers[other]));
    }
  }
  return below;
}

/// Takes out of each room's set what is reached through another room of the set: the arrows that a drawing needs.
inline std::map<std::string, std::set<std::string>> reduced(const std::map<std::string, std::set<std::string>>& below) {
  auto arrows = below;
  for (auto& [room, direct] : arrows) {
    std::set<std::string> through;
    std::vector<std::string> open(direct.begin(), direct.end());
    while (!open.empty()) {
      const std::string next = open.back();
      open.pop_back();
      for (const std::string& other : below.at(next))
        if (through.insert(other).second) open.push_back(other);
    }
    for (const std::string& other : through) direct.erase(other);
  }
  return arrows;
}

/// The drawing of the rooms in Mermaid's language: an arrow for each include that no other arrow implies.
inline std::string drawing_of(const std::vector<SourceFile>& files) {
  std::string text = "```mermaid\ngraph TD\n";
  const auto arrows = reduced(rooms_below(files));
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    const auto room = arrows.find(std::string(*layer));
    if (room == arrows.end()) continue;
    for (const std::string& other : room->second) {
      text += "  ";
      text += room->first;
      text += " --> ";
      text += other;
      text += '\n';
    }
  }
  return text + "```\n";
}

}  // namespace ringside::house
