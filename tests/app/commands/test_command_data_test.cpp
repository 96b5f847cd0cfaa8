// tests/app/commands/test_command_data_test.cpp - scenarios that must fail, be skipped or hang, and do: each at the
// lines that their comments name.
//
// The first line of a file says its outcome; "#! TEXT" behind a line, perhaps several times, that a mistake or failure
// with TEXT is reported there. Nothing else may be reported.
#include <algorithm>
#include <cctype>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "harness/scenario/forms.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::run_ringside;

const std::filesystem::path folder = test_support::source_folder() / "tests" / "harness" / "data";

struct Remark {
  int line = 0;
  std::string text;
};

std::vector<std::filesystem::path> files() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Remark> promised(const std::string& text) {
  std::vector<Remark> remarks;
  int number = 0;
  for (const std::string& line : base::lines(text)) {
    ++number;
    for (std::size_t at = line.find("#! "); at != std::string::npos;) {
      const std::size_t next = line.find(" #! ", at);
      remarks.push_back({number, base::trim(line.substr(at + 3, next == std::string::npos ? next : next - at - 3))});
      at = next == std::string::npos ? next : next + 1;
    }
  }
  return remarks;
}

std::vector<Remark> reported(const nlohmann::json& scenario) {
  std::vector<Remark> remarks;
  for (const auto& mistake : scenario["mistakes"]) remarks.push_back({mistake["line"], mistake["text"]});
  if (scenario.contains("interruption"))
    remarks.push_back({scenario["interruption"]["line"], scenario["interruption"]["why"]});
  for (const auto& step : scenario["steps"])
    for (const auto& failure : step["failures"])
      remarks.push_back({failure["line"], failure["what"].get<std::string>() + " | " +
                                              failure["expected"].get<std::string>() + " | " +
                                              failure["came"].get<std::string>()});
  return remarks;
}

std::string shown(const std::vector<Remark>& remarks) {
  std::string text;
  for (const Remark& remark : remarks) text += std::to_string(remark.line) + ": " + remark.text + "\n";
  return text;
}

class ScenarioThatMustNotPass : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ScenarioThatMustNotPass, IsReportedAtTheRightLines) {
  const std::string text = read_file(GetParam().string());
  const std::string timeout = base::lines(text).front() == "# outcome: hung" ? "2" : "60";
  const auto run = run_ringside({"--json", "test", "--timeout", timeout, GetParam().string()});
  const auto scenario = nlohmann::json::parse(run.out).at(0);
  EXPECT_EQ("# outcome: " + scenario["outcome"].get<std::string>(), base::lines(text).front());
  EXPECT_EQ(run.status, scenario["outcome"] == "skipped" ? 0 : 1);
  const auto expected = promised(text);
  auto came = reported(scenario);
  for (const Remark& remark : expected) {
    const auto found = std::find_if(came.begin(), came.end(), [&](const Remark& each) {
      return each.line == remark.line && each.text.find(remark.text) != std::string::npos;
    });
    if (found == came.end())
      ADD_FAILURE() << "not reported: " << shown({remark}) << "reported:\n" << shown(came);
    else
      came.erase(found);
  }
  EXPECT_EQ(shown(came), "") << "reported besides";
}

INSTANTIATE_TEST_SUITE_P(Data, ScenarioThatMustNotPass, testing::ValuesIn(files()), [](const auto& file) {
  std::string name = file.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

/// What stands before the remarks of each line that has some, in the files that are played to their end.
std::vector<std::string> reported_lines() {
  std::vector<std::string> lines;
  for (const auto& file : files()) {
    const auto all = base::lines(read_file(file.string()));
    if (all.front() != "# outcome: failed") continue;
    for (const std::string& line : all)
      if (const std::size_t at = line.find("#! "); at != std::string::npos) lines.push_back(" " + line.substr(0, at));
  }
  return lines;
}

bool says(const std::string& line, const std::string& key) {
  const std::size_t at = line.find(key + ":");
  return at != std::string::npos && std::string_view(" {").find(line[at - 1]) != std::string_view::npos;
}

// Lists of expectations fail at their items; 'usage' and 'default' are compared with the members as a whole.
bool fails_by_itself(const harness::FormKey& key) {
  const bool is_list = key.type.starts_with('[') || key.type.starts_with('{');
  return key.name == "members" || key.name == "matrix" || key.name == "commands" ||
         (!is_list && key.name != "usage" && key.name != "default" && key.name != "system");
}

TEST(ScenariosThatMustNotPass, EveryExpectationFailsSomewhereAtItsLine) {
  const auto lines = reported_lines();
  for (const char* id : {"job-expect", "command-expect", "message", "output", "trust-expect", "link", "tls-expect",
                         "handshake", "copy-expect", "ring", "member", "certificate"})
    for (const harness::FormKey& key : harness::form(id).keys) {
      const bool is_said = std::any_of(lines.begin(), lines.end(),
                                       [&](const std::string& line) { return says(line, std::string(key.name)); });
      EXPECT_TRUE(is_said || !fails_by_itself(key)) << key.name << " of " << id;
    }
}

TEST(ScenariosThatMustNotPass, AreMany) {
  EXPECT_GE(files().size(), 20U);
}

TEST(ScenariosThatMustNotPass, AreRefusedTogetherInTheOrderOfTheirNames) {
  const auto run = run_ringside({"test", "--filter", "!hangs", "--jobs", "3", folder.string()});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, testing::HasSubstr(": 0 passed, "));
  std::size_t at = 0;
  for (const auto& file : files()) {
    if (file.stem().string().starts_with("hangs")) continue;
    const std::size_t found = run.out.find(" " + file.string(), at);
    ASSERT_NE(found, std::string::npos) << file;
    at = found;
  }
}

}  // namespace
}  // namespace ringside::app
