// app/commands/schema_command.cpp - ringside schema: prints the JSON Schema of scenario files, for editors, or of
// --json.
#include <algorithm>
#include <memory>

#include "app/command.hpp"
#include "app/output/output_schema.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "harness/scenario/forms.hpp"
#include "harness/steps/step_kind.hpp"
#include "harness/trust/reason.hpp"

namespace ringside::app {
namespace {

using base::Json;

Json schema_of_type(std::string_view type);

Json schema_of_word(const harness::Word& word) {
  const auto types = base::split(std::string(word.json_type), ',');
  Json json = {{"type", types.size() == 1 ? Json(types.front()) : Json(types)}};
  if (!word.pattern.empty()) json["pattern"] = word.pattern;
  return json;
}

/// A number, or a whole number between two.
Json schema_of_number(const std::string& type) {
  const std::size_t dots = type.find("..");
  if (dots == std::string::npos) return {{"const", Json::parse(type)}};
  return {{"type", "integer"},
          {"minimum", Json::parse(type.substr(0, dots))},
          {"maximum", Json::parse(type.substr(dots + 2))}};
}

/// Editors complete the names; the reader also takes them without their commas.
Json schema_of_verdict() {
  std::vector<std::string> names;
  for (const std::string& name : harness::reason_names()) {
    names.push_back(name);
    if (name.find(',') != std::string::npos) names.push_back(base::replace_all(name, ",", ""));
  }
  return {{"enum", Json(names)}};
}

Json schema_of_one(std::string_view type) {
  const std::string_view inner = type.substr(1, type.size() - 2);
  if (type.starts_with('[')) return {{"type", "array"}, {"items", schema_of_type(inner)}};
  if (type.starts_with('{')) return {{"type", "object"}, {"additionalProperties", schema_of_type(inner)}};
  if (type.starts_with('\'')) return {{"const", inner}};
  if (type.front() >= '0' && type.front() <= '9') return schema_of_number(std::string(type));
  if (type == "verdict") return schema_of_verdict();
  const auto words = harness::type_words();
  const auto word = std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.name == type; });
  if (word != words.end()) return schema_of_word(*word);
  return {{"$ref", "#/definitions/" + std::string(harness::form(type).id)}};
}

Json schema_of_type(std::string_view type) {
  const auto alternatives = harness::alternatives(type);
  if (alternatives.size() == 1) return schema_of_one(type);
  Json json = {{"anyOf", Json::array()}};
  for (const std::string_view each : alternatives) json["anyOf"].push_back(schema_of_one(each));
  return json;
}

Json schema_of_form(const harness::Form& form) {
  Json json = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
  for (const harness::FormKey& key : form.keys) {
    Json& property = json["properties"][key.name];
    property["description"] = key.about;
    property.update(schema_of_type(key.type));
    if (key.required) json["required"].push_back(key.name);
  }
  return json;
}

Json required(std::string_view key) {
  return {{"required", Json::array({key})}};
}

/// A step has one kind's key, or none and something to expect.
Json one_action() {
  Json actions = Json::array();
  for (const harness::StepKind* kind : harness::step_kinds()) actions.push_back(required(kind->key.name));
  Json looks = required("expect");
  looks["not"]["anyOf"] = actions;
  actions.push_back(looks);
  return actions;
}

Json scenario_schema() {
  Json json = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "A scenario of Ringside"}};
  json.update(schema_of_form(harness::all_forms().front()));
  for (const harness::Form& form : harness::all_forms().subspan(1)) json["definitions"][form.id] = schema_of_form(form);
  json["definitions"]["step"]["oneOf"] = one_action();
  return json;
}

}  // namespace

Command schema_command(Program& program) {
  auto of_output = std::make_shared<bool>(false);
  return {.name = "schema",
          .about = "print the JSON Schema of scenario files, for editors",
          .examples = {"ringside schema > schema.json", "ringside schema --output > output.json"},
          .options = {{"--output", of_output.get(), "the schema of what --json prints instead (docs/json.md)"}},
          .run = [&program, of_output] {
            program.out() << (*of_output ? output_schema() : scenario_schema()).text() << '\n';
          }};
}

}  // namespace ringside::app
