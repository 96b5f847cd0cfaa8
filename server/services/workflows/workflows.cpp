// server/services/workflows/workflows.cpp - lists, shows, cancels and deletes workflows.
#include "server/services/workflows/workflows.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "server/services/json_body.hpp"
#include "server/services/name_pattern.hpp"
#include "server/services/workflows/workflow_documents.hpp"
#include "server/services/workflows/workflow_instance.hpp"

namespace ringside::services {
namespace {

/// The names of the query, and of the members that they are compared with.
constexpr std::array filters = {"workflowName", "category", "system", "owner", "vendor", "statusName"};

/// z/OSMF takes regular expressions; ".*", "*" and "." are what people write in them.
std::string wildcards(const std::string& expression) {
  return base::replace_all(base::replace_all(base::replace_all(expression, ".*", "*"), "\\.", "\x01"), ".", "%");
}

bool is_asked_for(const Call& call, const base::Json& item) {
  return std::all_of(filters.begin(), filters.end(), [&](const char* name) {
    const std::string wanted = call.request.query_value(name).value_or("");
    if (wanted.empty()) return true;
    const std::string text = text_of(item, name);
    return base::upper(wanted) == base::upper(text) ||
           matches_name(base::replace_all(base::upper(wildcards(wanted)), "\x01", "."), base::upper(text));
  });
}

/// Only the owner ends a workflow.
std::optional<http::Response> not_owner(const Call& call, const WorkflowInstance& instance) {
  if (call.user == instance.owner) return std::nullopt;
  return cannot_perform(instance.name, "it belongs to " + instance.owner);
}

}  // namespace

http::Response list_workflows(Call& call) {
  base::Json items = base::Json::array();
  for (const WorkflowInstance& instance : workflows_of(call)) {
    base::Json item = workflow_item(call, instance, instance.read());
    if (is_asked_for(call, item)) items.push_back(std::move(item));
  }
  return json_response(200, {{"workflows", items}});
}

http::Response read_workflow(Call& call) {
  const auto instance = find_workflow(call, call.parts.front());
  if (!instance) return no_such_workflow(call.parts.front());
  return json_response(200, workflow_properties(call, *instance, instance->read(), return_data(call)));
}

http::Response cancel_workflow(Call& call) {
  auto instance = find_workflow(call, call.parts.front());
  if (!instance) return no_such_workflow(call.parts.front());
  if (auto refusal = not_owner(call, *instance)) return *refusal;
  instance->canceled = true;
  put_workflow(call, *instance);
  return json_response(200, {{"workflowName", instance->name}});
}

http::Response delete_workflow(Call& call) {
  const auto instance = find_workflow(call, call.parts.front());
  if (!instance) return no_such_workflow(call.parts.front());
  if (auto refusal = not_owner(call, *instance)) return *refusal;
  call.lab.workflows().remove(call.system.name, instance->key);
  return {204, {}, ""};
}

}  // namespace ringside::services
