// tests/docs/docs_test.cpp - every example of README.md and docs/ is run with the real program, in a fresh folder for
// each page, and prints what the page shows.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/docs/page.hpp"
#include "tests/docs/run_example.hpp"
#include "tests/support/places.hpp"

namespace ringside::test_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* zosmf_jobs = "scenarios/zosmf/jobs";
constexpr const char* no_default = "scenarios/pitfalls/no-default.yaml";
constexpr const char* no_ring = "scenarios/pitfalls/ring-not-found.yaml";

/// What the folder of a page holds before its first example, besides the page's own files: parts of the source tree.
const std::map<std::string, std::vector<std::string>> given = {
    {"README.md", {zosmf_jobs}},
    {"docs/ci.md", {no_default, no_ring}},
    {"docs/export.md", {zosmf_jobs}},
    {"docs/keytool.md", {zosmf_jobs}},
    {"docs/lab.md", {zosmf_jobs, "scenarios/jobs"}},
    {"docs/reports.md", {no_default, no_ring, zosmf_jobs}},
    {"docs/running.md", {"scenarios/jobs"}},
};

/// Blocks that are not run, by page and the start of the block, and why.
struct Idle {
  std::string page, start, why;
};
const std::vector<Idle> not_run = {
    {"README.md", "tools/demo", "installs packages and builds"},
    {"docs/maintainers/architecture.md", "graph TD", "a picture"},
    {"docs/ci.md", "name: certificates", "needs GitHub"},
    {"docs/ci.md", "rehearse:", "needs GitLab"},
};

std::vector<std::string> all_pages() {
  std::vector<std::string> pages{"README.md"};
  for (const auto& entry : fs::recursive_directory_iterator(source_folder() / "docs"))
    if (entry.path().extension() == ".md") pages.push_back(fs::relative(entry.path(), source_folder()));
  std::sort(pages.begin(), pages.end());
  return pages;
}

/// Pages without examples need no folder of their own.
std::vector<std::string> pages_with_examples() {
  std::vector<std::string> pages = all_pages();
  std::erase_if(pages,
                [](const std::string& page) { return read_page(read_file(source_folder() / page)).examples.empty(); });
  return pages;
}

std::string name_of(const testing::TestParamInfo<std::string>& page) {
  std::string name = page.param.substr(0, page.param.size() - 3);
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

class Docs : public testing::TestWithParam<std::string> {};

TEST_P(Docs, PrintWhatThePageShows) {
  const std::string& page = GetParam();
  ExampleFolder folder;
  if (const auto files = given.find(page); files != given.end())
    for (const std::string& path : files->second) folder.copy(path, path);
  for (const Example& example : read_page(read_file(source_folder() / page)).examples) {
    if (!example.file.empty()) {
      folder.write(example.file, example.content);
      continue;
    }
    const ExampleFolder::Ran ran = folder.run(example.command);
    const std::string place = page + ":" + std::to_string(example.line) + ": $ " + example.command;
    if (example.shown.empty()) {
      EXPECT_EQ(ran.status, 0) << place << '\n' << ran.output;
    } else {
      EXPECT_EQ(first_difference(example.shown, base::lines(ran.output)), "")
          << place << "\nprinted (" << ran.status << "):\n"
          << ran.output;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, Docs, testing::ValuesIn(pages_with_examples()), name_of);

TEST(DocsBlocks, EveryBlockIsRunOrListedWithItsReason) {
  std::set<std::string> used;
  for (const std::string& page : all_pages()) {
    for (const IdleBlock& block : read_page(read_file(source_folder() / page)).idle) {
      if (block.language == "text") continue;
      const auto listed = std::find_if(not_run.begin(), not_run.end(), [&](const Idle& idle) {
        return idle.page == page && block.text.starts_with(idle.start);
      });
      EXPECT_NE(listed, not_run.end()) << page << ":" << block.line << ": is neither run, nor ```text, nor listed:\n"
                                       << block.text;
      if (listed != not_run.end()) used.insert(listed->page + listed->start);
    }
  }
  for (const Idle& idle : not_run) EXPECT_TRUE(used.contains(idle.page + idle.start)) << idle.page << " " << idle.start;
}

TEST(DocsBlocks, ACommandOfThisProgramIsNeverText) {
  for (const std::string& page : all_pages())
    for (const IdleBlock& block : read_page(read_file(source_folder() / page)).idle)
      EXPECT_FALSE(block.text.starts_with("ringside ") || block.text.find("\nringside ") != std::string::npos)
          << page << ":" << block.line << ": write \"$ ringside ...\" and what it prints";
}

}  // namespace
}  // namespace ringside::test_support
