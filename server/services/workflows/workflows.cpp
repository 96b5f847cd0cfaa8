// server/services/workflows/workflows.cpp - lists, shows, cancels and deletes workflows.
#include "server/services/workflows/workflows.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "server/services/json_body.hpp"
#include "server/services/regular_expression.hpp"
#include "server/services/workflows/workflow_documents.hpp"
#include "server/services/workflows/workflow_instance.hpp"

namespace ringside::services {
namespace {

/// The names of the query, and of the members that they are compared with.
constexpr std::array filters = {"workflowName", "category", "system", "owner", "vendor", "statusName"};

/// Whether the text is the wanted one, in any case, or all of it matches the wanted regular expression.
bool is_like(const std::string& wanted, const std::string& text) {
  if (base::upper(wanted) == base::upper(text)) return true;
  const auto expression = RegularExpression::read(wanted, true);
  return expression && expression->is_all_of(text);
}

bool is_asked_for(const Call& call, const base::Json& item) {
  return std::all_of(filters.begin(), filters.end(), [&](const char* name) {
    const std::string wanted = call.request.query_value(name).value_or("");
    return wanted.empty() || is_like(wanted, text_of(item, name));
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
