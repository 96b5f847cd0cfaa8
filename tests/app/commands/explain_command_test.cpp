// tests/app/commands/explain_command_test.cpp - ringside explain as it is typed.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/run_program.hpp"
#include "tests/support/golden.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;

TEST(Explain, ShowsMeaningCauseAndCure) {
  const auto message = run_ringside({"explain", "IRRD109I"});
  const auto codes = run_ringside({"explain", "8/8/84"});
  const auto tls = run_ringside({"explain", "unable", "to", "get", "local", "issuer", "certificate"});
  const auto verdict = run_ringside({"explain", "not on ring"});
  EXPECT_EQ(message.status + codes.status + tls.status + verdict.status, 0);
  test_support::expect_golden("harness/explain.txt", message.out + codes.out + tls.out + verdict.out);
}

TEST(Explain, EndsWithFourForWhatIsUnknownAndNamesNeighbours) {
  const auto result = run_ringside({"explain", "IRRD999I"});
  EXPECT_EQ(result.status, 4);
  EXPECT_THAT(result.error, HasSubstr("IRRD999I: nothing is known of it; near it: IRRD"));
  EXPECT_THAT(run_ringside({"--json", "explain", "IRRD999I"}).out, HasSubstr("\"entries\": 0"));
}

TEST(Explain, GivesTheSameAsJson) {
  const auto result = run_ringside({"--json", "explain", "RSD202I"});
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json.at(0).at("name"), "RSD202I");
  EXPECT_EQ(json.at(0).at("rc"), 8);
  EXPECT_THAT(json.at(0).at("advice").at(0).at("cure").get<std::string>(), HasSubstr("WITHLABEL"));
}

TEST(Explain, NeedsSomethingToExplain) {
  EXPECT_EQ(run_ringside({"explain"}).status, 64);
}

}  // namespace
}  // namespace ringside::app
