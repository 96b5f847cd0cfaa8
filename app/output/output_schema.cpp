// app/output/output_schema.cpp - the JSON Schema of what --json prints.
#include "app/output/output_schema.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "app/output/json_layout.hpp"
#include "base/text.hpp"
#include "harness/scenario/forms.hpp"

namespace ringside::app {
namespace {

using base::Json;

Json reference(const std::string& name) {
  return {{"$ref", "#/definitions/" + base::replace_all(name, " ", "-")}};
}

Json schema_of(std::string_view type);

Json schema_of_one(std::string_view type) {
  const std::string_view inner = type.substr(1, type.size() - 2);
  if (type.starts_with('[')) return {{"type", "array"}, {"items", schema_of(inner)}};
  if (type.starts_with('{')) return {{"type", "object"}, {"additionalProperties", schema_of(inner)}};
  if (type.starts_with('\'')) return {{"const", inner}};
  if (type == "text") return {{"type", "string"}};
  if (type == "number") return {{"type", "integer"}};
  if (type == "flag") return {{"type", "boolean"}};
  if (type == "nothing") return {{"type", "null"}};
  return reference(std::string(type));
}

Json schema_of(std::string_view type) {
  const auto alternatives = harness::alternatives(type);
  if (alternatives.size() == 1) return schema_of_one(type);
  Json json = {{"anyOf", Json::array()}};
  for (const std::string_view each : alternatives) json["anyOf"].push_back(schema_of_one(each));
  return json;
}

void add_fields(Json& object, std::span<const JsonField> fields) {
  for (const JsonField& field : fields) {
    Json& property = object["properties"][field.name];
    property["description"] = field.about;
    property.update(schema_of(field.type));
    if (field.always) object["required"].push_back(field.name);
  }
}

Json object_schema(std::string_view about) {
  return {{"description", about}, {"type", "object"}, {"additionalProperties", false}};
}

Json schema_of(const JsonObject& object) {
  Json json = object_schema(object.about);
  for (const JsonObject& other : json_objects())
    if (other.name == object.base) add_fields(json, other.fields);
  add_fields(json, object.fields);
  return json;
}

Json summary_schema(const JsonAnswer& answer) {
  Json members = object_schema("The exit status and counts.");
  add_fields(members, json_summary());
  members["properties"]["command"]["const"] = answer.subcommand;
  add_fields(members, answer.counts);
  Json json = object_schema("The last element.");
  json["required"].push_back("summary");
  json["properties"]["summary"] = members;
  return json;
}

/// An array of results and a summary.
Json schema_of(const JsonAnswer& answer) {
  const std::string summary = std::string(answer.subcommand) + " summary";
  Json items;
  items["anyOf"] = Json::array({reference(summary)});
  if (!answer.results.empty())
    for (const std::string_view each : harness::alternatives(answer.results))
      items["anyOf"].push_back(schema_of_one(each));
  return {{"type", "array"}, {"items", std::move(items)}, {"contains", reference(summary)}};
}

}  // namespace

Json output_schema() {
  Json definitions = Json::object();
  const auto define = [&](const std::string& name, Json schema) {
    definitions[base::replace_all(name, " ", "-")] = std::move(schema);
  };
  Json answers = Json::array();
  for (const JsonAnswer& answer : json_answers()) {
    const std::string subcommand(answer.subcommand);
    define(subcommand + " output", schema_of(answer));
    define(subcommand + " summary", summary_schema(answer));
    answers.push_back(reference(subcommand + " output"));
  }
  for (const JsonObject& object : json_objects()) define(std::string(object.name), schema_of(object));
  return {{"$schema", "http://json-schema.org/draft-07/schema#"},
          {"title", "What ringside --json prints"},
          {"anyOf", std::move(answers)},
          {"definitions", std::move(definitions)}};
}

}  // namespace ringside::app
