// tests/harness/play/runner_library_page_test.cpp - every scenario says in its first line what it teaches, and
// scenarios/README.md says the same.
#include <map>
#include <vector>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/play/runner.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"

namespace ringside::harness {
namespace {

constexpr std::string_view opening = "# Teaches: ";
constexpr std::size_t longest_lesson = 260;

std::filesystem::path folder() {
  return test_support::source_folder() / "scenarios";
}

std::vector<std::filesystem::path> files() {
  return find_scenarios({folder().string()}).value_or(std::vector<std::filesystem::path>{});
}

std::string first_line(const std::filesystem::path& file) {
  return base::lines(test_support::read_file(file.string())).front();
}

/// "| [expired](pitfalls/expired.yaml) | a server's certificate and its CA end on days of their own ... |"
std::string row(const std::filesystem::path& file) {
  const std::string link = file.lexically_relative(folder()).generic_string();
  const std::string lesson = base::replace_all(first_line(file).substr(opening.size()), "|", "\\|");
  return "| [" + file.stem().string() + "](" + link + ") | " + lesson + " |\n";
}

std::string page() {
  std::map<std::string, std::string> tables;
  std::size_t count = 0;
  for (const auto& file : files()) {
    tables[file.lexically_relative(folder()).parent_path().generic_string()] += row(file);
    ++count;
  }
  std::string text =
      "# The library of scenarios\n\nMade from the first lines of " + std::to_string(count) +
      " files by `tests/harness/play/runner_library_page_test.cpp`. `ringside test --show scenarios/FOLDER` "
      "plays them step by step;\n[scenario files](../docs/scenarios.md) says how they are written.\n";
  for (const auto& [name, rows] : tables) text += "\n## " + name + "\n\n| scenario | teaches |\n|---|---|\n" + rows;
  return text;
}

TEST(ScenarioLibrary, IsLarge) {
  EXPECT_GE(files().size(), 40U);
}

TEST(ScenarioLibrary, EveryFirstLineSaysWhatTheScenarioTeaches) {
  for (const auto& file : files()) {
    const std::string line = first_line(file);
    EXPECT_TRUE(line.starts_with(opening)) << file << ": " << line;
    EXPECT_LE(line.size(), opening.size() + longest_lesson) << file << ": a lesson is one sentence";
  }
}

TEST(ScenarioLibrary, EveryScenarioHasTagsThatNameWhatItIsAbout) {
  for (const auto& file : files()) {
    const auto scenario = load_scenario(file);
    ASSERT_TRUE(scenario) << file;
    EXPECT_FALSE(scenario->tags.empty()) << file;
  }
}

TEST(ScenarioLibrary, ThePageSaysWhatTheFilesSay) {
  test_support::expect_golden("../../scenarios/README.md", page());
}

}  // namespace
}  // namespace ringside::harness
