// tests/app/commands/schema_command_test.cpp - the published schema is the one that the program prints, and says what
// the reader takes.
#include <filesystem>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "harness/scenario/forms.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;

nlohmann::json schema() {
  return nlohmann::json::parse(run_ringside({"schema"}).out);
}

TEST(Schema, TheFileBesideTheScenariosIsWhatTheProgramPrints) {
  const auto run = run_ringside({"schema"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, test_support::read_file(test_support::source_folder() / "scenarios/schema.json"))
      << "rewrite it: ringside schema > scenarios/schema.json";
}

TEST(Schema, EveryReferenceHasItsDefinition) {
  const nlohmann::json all = schema();
  const std::string text = all.dump();
  std::set<std::string> names;
  for (std::size_t at = text.find("#/definitions/"); at != std::string::npos; at = text.find("#/definitions/", at + 1))
    names.insert(text.substr(at + 14, text.find('"', at) - at - 14));
  EXPECT_GE(names.size(), 20U);
  for (const std::string& name : names) EXPECT_TRUE(all["definitions"].contains(name)) << name;
  for (const harness::Form& form : harness::all_forms().subspan(1))
    EXPECT_TRUE(names.contains(std::string(form.id))) << form.id << " is never used";
}

TEST(Schema, UnknownKeysAreForbiddenEverywhereAndEveryKeyIsExplained) {
  const nlohmann::json all = schema();
  EXPECT_EQ(all["additionalProperties"], false);
  for (const auto& [name, definition] : all["definitions"].items()) {
    EXPECT_EQ(definition["additionalProperties"], false) << name;
    for (const auto& [key, property] : definition["properties"].items())
      EXPECT_TRUE(property["description"].get<std::string>().ends_with('.')) << name << "." << key;
  }
}

TEST(Schema, TheHeadRequiresWhatTheReaderRequires) {
  EXPECT_EQ(schema()["required"], nlohmann::json({"name", "steps"}));
  const auto scenario = harness::read_scenario("about: nothing\n", "x.yaml", ".");
  ASSERT_FALSE(scenario);
  ASSERT_EQ(scenario.error().size(), 2U);
  EXPECT_EQ(scenario.error()[0].text, "a scenario needs the key 'name'");
  EXPECT_EQ(scenario.error()[1].text, "a scenario needs the key 'steps'");
}

}  // namespace
}  // namespace ringside::app
