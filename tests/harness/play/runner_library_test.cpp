// tests/harness/play/runner_library_test.cpp - every scenario file under scenarios/ is a test and passes.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/play/report_text.hpp"
#include "harness/play/runner.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/support/places.hpp"

namespace ringside::harness {
namespace {

const std::filesystem::path library_folder = test_support::source_folder() / "scenarios";

std::vector<std::filesystem::path> library_files() {
  return find_scenarios({library_folder.string()}).value_or(std::vector<std::filesystem::path>{});
}

std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.lexically_relative(library_folder).replace_extension().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

class ScenarioFile : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ScenarioFile, Passes) {
  const auto scenario = load_scenario(GetParam());
  if (!scenario) {
    const ScenarioReport report{GetParam().string(), {}, {}, scenario.error(), {}};
    FAIL() << base::join(verdict_lines(report), "\n");
  }
  const ScenarioReport report = play(*scenario);
  EXPECT_TRUE(report.passed()) << base::join(verdict_lines(report), "\n");
}

// A site may have either: a story that needs the one would fail its reader there.
TEST_P(ScenarioFile, PassesWithAesRefusedAndBlankLinesToo) {
  const auto scenario = load_scenario(GetParam());
  ASSERT_TRUE(scenario);
  const ScenarioReport report = play(*scenario, {}, {.refuse_aes_pkcs12 = true, .ring_blank_lines = true});
  EXPECT_TRUE(report.passed()) << base::join(verdict_lines(report), "\n");
}

TEST_P(ScenarioFile, BeginsWithWhatItTeaches) {
  const auto scenario = load_scenario(GetParam());
  ASSERT_TRUE(scenario);
  EXPECT_FALSE(scenario->about.empty());
}

INSTANTIATE_TEST_SUITE_P(Library, ScenarioFile, testing::ValuesIn(library_files()), test_name);

}  // namespace
}  // namespace ringside::harness
