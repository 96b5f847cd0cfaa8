// tests/app/commands/schema_command_files_test.cpp - a validator of JSON Schema, which knows nothing of Ringside, takes
// every scenario that the reader takes, and refuses most of what the reader refuses.
#include <filesystem>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include "harness/play/runner.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"

namespace ringside::app {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

// A plain scalar of YAML's core schema; what stands in quotes is a string whatever it looks like.
json scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return text;
  if (text == "true" || text == "false") return text == "true";
  const json number = json::parse(text, nullptr, false);
  return number.is_number() ? number : json(text);
}

json to_json(const YAML::Node& node) {
  if (node.IsScalar()) return scalar(node);
  json value = node.IsMap() ? json::object() : node.IsSequence() ? json::array() : json();
  if (node.IsSequence())
    for (const YAML::Node& item : node) value.push_back(to_json(item));
  if (node.IsMap())
    for (const auto& pair : node) value[pair.first.Scalar()] = to_json(pair.second);
  return value;
}

/// The first complaint of the validator; empty if there is none.
std::string complaint(const json& document) {
  static const json text = json::parse(test_support::run_ringside({"schema"}).out);
  static const auto schema = [] {
    auto parsed = std::make_unique<valijson::Schema>();
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(NlohmannJsonAdapter(text), *parsed);
    return parsed;
  }();
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(*schema, NlohmannJsonAdapter(document), &results)) return {};
  valijson::ValidationResults::Error error;
  results.popError(error);
  std::string place;
  for (const std::string& part : error.context) place += part;
  return place + ": " + error.description;
}

std::vector<std::filesystem::path> files(const std::string& folder) {
  return harness::find_scenarios({(test_support::source_folder() / folder).string()})
      .value_or(std::vector<std::filesystem::path>{});
}

std::string complaint_of_file(const std::filesystem::path& file) {
  return complaint(to_json(YAML::Load(test_support::read_file(file.string()))));
}

TEST(SchemaOfFiles, TakesEveryScenarioOfTheLibrary) {
  ASSERT_GE(files("scenarios").size(), 40U);
  for (const auto& file : files("scenarios")) EXPECT_EQ(complaint_of_file(file), "") << file;
}

TEST(SchemaOfFiles, TakesWhatTheReaderTakesThoughItWillFailWhenPlayed) {
  int taken = 0;
  for (const auto& file : files("tests/harness/data")) {
    if (!harness::load_scenario(file)) continue;
    EXPECT_EQ(complaint_of_file(file), "") << file;
    ++taken;
  }
  EXPECT_GE(taken, 20);
}

TEST(SchemaOfFiles, RefusesMisspeltKeysAndWrongKindsOfValues) {
  for (const char* wrong :
       {R"({"name": "n"})", R"({"name": "n", "steps": [{"tos": "LISTUSER"}]})", R"({"name": "n", "steps": "none"})",
        R"({"name": "n", "steps": [], "tag": "x"})", R"({"name": "n", "date": "today", "steps": []})",
        R"({"name": "n", "steps": [{"tso": "LISTUSER", "expect": {"ring": []}}]})",
        R"({"name": "n", "steps": [{"tso": {"command": "LISTUSER", "rc": "many"}}]})",
        R"({"name": "n", "steps": [{"tso": {"command": "LISTUSER", "messages": "irrd"}}]})",
        R"({"name": "n", "steps": [{"trust": {"endpoints": [{"rings": "A/R"}]}}]})",
        R"({"name": "n", "steps": [{"trust": {"tls": 1.1}}]})",
        R"({"name": "n", "steps": [{"trust": {"tls": "1.4"}}]})",
        R"({"name": "n", "steps": [{"tso": "LISTUSER", "jcl": "//J JOB"}]})",
        R"({"name": "n", "steps": [{"title": "t"}]})",
        R"({"name": "n", "racf_level": 2.4, "steps": [{"tso": "LISTUSER"}]})",
        R"({"name": "n", "timeout": 0, "steps": [{"tso": "LISTUSER"}]})",
        R"({"name": "n", "timeout": 86401, "steps": [{"tso": "LISTUSER"}]})",
        R"({"name": "n", "tags": "Not Good", "steps": [{"tso": "LISTUSER"}]})",
        R"({"name": "n", "steps": [{"trust": {}, "expect": {"matrix": {"A": {"B": "not on rng"}}}}]})",
        R"({"name": "n", "steps": [{"trust": {"expires_within": "a month"}}]})"})
    EXPECT_NE(complaint(json::parse(wrong)), "") << wrong;
  for (const char* right :
       {R"({"name": "n", "steps": [{"tso": "LISTUSER"}]})", R"({"name": "n", "steps": [{"expect": {"rings": []}}]})",
        R"({"name": "n", "tags": ["a-1"], "timeout": 86400, "racf_level": 3.2, "steps": [{"trust": {"tls": 1.2}}]})",
        R"({"name": "n", "steps": [{"trust": {}, "expect": {"matrix": {"A": {"B": "same name another key"}}}}]})"})
    EXPECT_EQ(complaint(json::parse(right)), "") << right;
}

TEST(SchemaOfFiles, RefusesTheFilesThatHoldMistakes) {
  for (const char* name : {"mistaken-head", "mistaken-steps", "mistaken-expectations"})
    EXPECT_NE(complaint_of_file(test_support::source_folder() / "tests/harness/data" / (std::string(name) + ".yaml")),
              "")
        << name;
}

}  // namespace
}  // namespace ringside::app
