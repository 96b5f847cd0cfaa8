// server/services/workflows/workflow_instance.cpp - workflows as the lab keeps them: one JSON object for each.
#include "server/services/workflows/workflow_instance.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

base::Json json_of(const std::map<std::string, std::string>& texts) {
  base::Json json = base::Json::object();
  for (const auto& [name, text] : texts) json[name] = text;
  return json;
}

const base::Json::Object& members_of(const base::Json& json, std::string_view name) {
  static const base::Json::Object none;
  const base::Json* found = member(json, name);
  const auto* object = found == nullptr ? nullptr : std::get_if<base::Json::Object>(&found->value());
  return object == nullptr ? none : *object;
}

std::map<std::string, std::string> texts_in(const base::Json& json, std::string_view name) {
  std::map<std::string, std::string> texts;
  for (const auto& [key, value] : members_of(json, name))
    if (const auto* text = std::get_if<std::string>(&value.value())) texts[key] = *text;
  return texts;
}

std::int64_t number_in(const base::Json& json, std::string_view name) {
  const base::Json* found = member(json, name);
  const auto* number = found == nullptr ? nullptr : std::get_if<std::int64_t>(&found->value());
  return number == nullptr ? 0 : *number;
}

base::Json json_of(const AutomationStatus& status) {
  return {{"user", status.user}, {"started", status.started},       {"stopped", status.stopped},
          {"step", status.step}, {"message_id", status.message_id}, {"message_text", status.message_text}};
}

std::string content_of(const WorkflowInstance& instance) {
  base::Json steps = base::Json::object();
  for (const auto& [name, step] : instance.steps)
    steps[name] = base::Json{{"state", step.state}, {"return_code", step.return_code}, {"job", step.job}};
  return base::Json{{"name", instance.name},
                    {"owner", instance.owner},
                    {"access", instance.access},
                    {"assigned", instance.assigned},
                    {"deletes_jobs", instance.deletes_jobs},
                    {"canceled", instance.canceled},
                    {"definition", instance.definition},
                    {"templates", json_of(instance.templates)},
                    {"given", json_of(instance.given)},
                    {"values", json_of(instance.values)},
                    {"steps", steps},
                    {"automation", instance.automation ? json_of(*instance.automation) : base::Json()}}
      .compact();
}

WorkflowInstance instance_of(const database::WorkflowRecord& record) {
  const base::Json json = base::Json::parse(record.content);
  WorkflowInstance instance{record.key, text_of(json, "name"), text_of(json, "owner"), text_of(json, "access")};
  instance.assigned = member_flag(json, "assigned").value_or(false);
  instance.deletes_jobs = member_flag(json, "deletes_jobs").value_or(false);
  instance.canceled = member_flag(json, "canceled").value_or(false);
  instance.definition = text_of(json, "definition");
  instance.templates = texts_in(json, "templates");
  instance.given = texts_in(json, "given");
  instance.values = texts_in(json, "values");
  for (const auto& [name, step] : members_of(json, "steps"))
    instance.steps[name] = {text_of(step, "state"), text_of(step, "return_code"), text_of(step, "job")};
  if (const base::Json* last = member(json, "automation"); last != nullptr && !text_of(*last, "user").empty())
    instance.automation = {text_of(*last, "user"), number_in(*last, "started"),  number_in(*last, "stopped"),
                           text_of(*last, "step"), text_of(*last, "message_id"), text_of(*last, "message_text")};
  return instance;
}

}  // namespace

parser::Workflow WorkflowInstance::read() const {
  return parser::read_workflow(
      definition, given, [&](const std::string& path) -> tl::expected<std::string, std::string> {
        const auto found = templates.find(path);
        if (found == templates.end())
          return tl::unexpected("the workflow does not keep the file " + base::printable(path));
        return found->second;
      });
}

std::optional<WorkflowInstance> find_workflow(const Call& call, const std::string& key) {
  const auto record = call.lab.workflows().find(call.system.name, key);
  if (!record) return std::nullopt;
  return instance_of(*record);
}

std::vector<WorkflowInstance> workflows_of(const Call& call) {
  std::vector<WorkflowInstance> workflows;
  for (const database::WorkflowRecord& record : call.lab.workflows().of(call.system.name))
    workflows.push_back(instance_of(record));
  std::sort(workflows.begin(), workflows.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return workflows;
}

void put_workflow(const Call& call, const WorkflowInstance& instance) {
  call.lab.workflows().put(call.system.name, {instance.key, content_of(instance)});
}

}  // namespace ringside::services
