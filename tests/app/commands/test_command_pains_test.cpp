// tests/app/commands/test_command_pains_test.cpp - docs/pains.md: the scenarios that it names show its messages.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"

namespace ringside::app {
namespace {

std::filesystem::path docs() {
  return test_support::source_folder() / "docs";
}

/// The texts that a scenario's output must have, by the scenario's file.
std::map<std::string, std::vector<std::string>> pains() {
  static const std::regex row(R"(\| [^|]+ \| `([^`]+)` \| \[[^\]]+\]\(([^)]+\.yaml)\) \| .*\|)");
  std::map<std::string, std::vector<std::string>> found;
  std::smatch parts;
  for (const std::string& line : base::lines(test_support::read_file((docs() / "pains.md").string())))
    if (std::regex_match(line, parts, row))
      found[(docs() / parts[2].str()).lexically_normal().string()].push_back(parts[1]);
  return found;
}

bool has(const nlohmann::json& value, const std::string& text) {
  if (value.is_string()) return value.get<std::string>().find(text) != std::string::npos;
  return value.is_structured() &&
         std::any_of(value.begin(), value.end(), [&](const nlohmann::json& each) { return has(each, text); });
}

class Pain : public testing::TestWithParam<std::pair<const std::string, std::vector<std::string>>> {};

TEST_P(Pain, IsInTheOutputOfItsScenario) {
  const auto& [file, texts] = GetParam();
  const auto run = test_support::run_ringside({"--key-cache", "none", "--json", "test", file});
  EXPECT_EQ(run.status, 0) << run.error;
  const auto output = nlohmann::json::parse(run.out).at(0).at("steps");
  for (const std::string& text : texts) EXPECT_TRUE(has(output, text)) << text;
}

INSTANTIATE_TEST_SUITE_P(Page, Pain, testing::ValuesIn(pains()), [](const auto& info) {
  return std::regex_replace(std::filesystem::path(info.param.first).stem().string(), std::regex("[^A-Za-z0-9]"), "_");
});

TEST(PainsPage, EveryRowIsReadAndEveryLinkLeadsToAScenario) {
  const std::string page = test_support::read_file((docs() / "pains.md").string());
  std::size_t rows = 0, read = 0;
  for (const std::string& line : base::lines(page)) rows += line.starts_with("| ") && line.ends_with("|") ? 1U : 0U;
  for (const auto& [file, texts] : pains()) read += texts.size();
  EXPECT_EQ(read, rows - 2) << "two rows are headings";
  static const std::regex link(R"(\]\(([^)]+)\))");
  for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at)
    EXPECT_TRUE(std::filesystem::exists(docs() / (*at)[1].str())) << (*at)[1];
}

}  // namespace
}  // namespace ringside::app
