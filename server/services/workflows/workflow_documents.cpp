// server/services/workflows/workflow_documents.cpp - workflows, their steps and variables as JSON.
#include "server/services/workflows/workflow_documents.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "server/services/jobs/job_documents.hpp"

namespace ringside::services {
namespace {

/// The steps without those that only hold others.
std::vector<parser::StepOutline> performed_steps(const parser::Workflow& workflow) {
  std::vector<parser::StepOutline> steps;
  std::copy_if(workflow.outline.begin(), workflow.outline.end(), std::back_inserter(steps),
               [](const parser::StepOutline& step) { return !step.is_parent; });
  return steps;
}

std::int64_t percent_complete(const WorkflowInstance& instance, const parser::Workflow& workflow) {
  constexpr std::int64_t hundred = 100;
  const auto steps = performed_steps(workflow);
  const auto done =
      std::count_if(steps.begin(), steps.end(), [&](const auto& step) { return is_done(state_of(instance, step)); });
  return steps.empty() ? hundred : done * hundred / static_cast<std::int64_t>(steps.size());
}

/// The state of a step that holds others follows from theirs.
std::string parent_state(const WorkflowInstance& instance, const parser::Workflow& workflow,
                         const parser::StepOutline& parent) {
  bool all_done = true, any_begun = false;
  for (const parser::StepOutline& step : performed_steps(workflow)) {
    if (!step.number.starts_with(parent.number + ".")) continue;
    const std::string state = state_of(instance, step);
    all_done = all_done && is_done(state);
    any_begun = any_begun || is_done(state) || state == "Failed";
  }
  return all_done ? "Complete" : any_begun ? "In Progress" : instance.assigned ? "Ready" : "Unassigned";
}

base::Json outline_document(const parser::StepOutline& step) {
  base::Json document{{"name", step.name},
                      {"title", step.title},
                      {"description", step.description},
                      {"stepNumber", step.number},
                      {"optional", step.is_optional}};
  if (step.is_parent) return document;
  document.update({{"autoEnable", step.is_automated},
                   {"instructions", step.instructions},
                   {"isConditionStep", false},
                   {"isRestStep", false},
                   {"prereqStep", step.prerequisites}});
  if (!step.submit_as.empty()) document["submitAs"] = step.submit_as;
  return document;
}

/// The job of a step, and what it has on the spool.
base::Json job_info(const Call& call, const std::string& id) {
  const auto job = call.lab.jobs().find(call.system.name, id);
  if (!job) return {};
  return {{"jobstatus", job_document(call, *job)}, {"jobfiles", spool_documents(call, *job)}};
}

/// A step that is performed, with its template as the definition has it.
void add_progress(const Call& call, const WorkflowInstance& instance, const parser::Workflow& workflow,
                  const parser::StepOutline& step, base::Json& document) {
  document.update({{"owner", instance.assigned ? base::Json(instance.owner) : base::Json()},
                   {"assignees", instance.assigned ? instance.owner : ""},
                   {"runAsUser", base::Json()},
                   {"userDefined", false}});
  const auto read = std::find_if(workflow.steps.begin(), workflow.steps.end(),
                                 [&](const parser::WorkflowStep& each) { return each.name == step.name; });
  if (read != workflow.steps.end()) document["template"] = read->text;
  const auto progress = instance.steps.find(step.name);
  if (progress == instance.steps.end()) return;
  if (!progress->second.return_code.empty()) document["returnCode"] = progress->second.return_code;
  if (!progress->second.job.empty()) document["jobInfo"] = job_info(call, progress->second.job);
}

/// The steps whose parent has this number, each with those below it.
base::Json steps_below(const std::string& parent, const parser::Workflow& workflow,
                       const std::function<base::Json(const parser::StepOutline&)>& document) {
  base::Json steps = base::Json::array();
  for (const parser::StepOutline& step : workflow.outline) {
    const auto period = step.number.rfind('.');
    if ((period == std::string::npos ? "" : step.number.substr(0, period)) != parent) continue;
    base::Json made = document(step);
    if (step.is_parent) made["steps"] = steps_below(step.number, workflow, document);
    steps.push_back(std::move(made));
  }
  return steps;
}

base::Json variables_document(const WorkflowInstance& instance, const parser::Workflow& workflow) {
  base::Json variables = base::Json::array();
  for (const parser::VariableOutline& variable : workflow.variable_outline) {
    const auto set = instance.values.find(variable.name);
    const auto read = workflow.variables.values.find(variable.name);
    const bool has_value = set != instance.values.end() || read != workflow.variables.values.end();
    const bool is_secret = variable.visibility == "private";
    const std::string value = set != instance.values.end() ? set->second : has_value ? read->second : "";
    variables.push_back({{"name", variable.name},
                         {"scope", variable.scope},
                         {"type", variable.type},
                         {"value", has_value && !is_secret ? base::Json(value) : base::Json()},
                         {"visibility", variable.visibility}});
  }
  return variables;
}

base::Json automation_document(const WorkflowInstance& instance, const parser::Workflow& workflow) {
  if (!instance.automation) return {};
  const AutomationStatus& last = *instance.automation;
  const auto step = std::find_if(workflow.outline.begin(), workflow.outline.end(),
                                 [&](const parser::StepOutline& each) { return each.name == last.step; });
  const bool has_step = !last.step.empty() && step != workflow.outline.end();
  return {{"startUser", last.user},
          {"startedTime", last.started},
          {"stoppedTime", last.stopped},
          {"currentStepName", has_step ? base::Json(step->name) : base::Json()},
          {"currentStepNumber", has_step ? base::Json(step->number) : base::Json()},
          {"currentStepTitle", has_step ? base::Json(step->title) : base::Json()},
          {"messageID", last.message_id},
          {"messageText", last.message_id + ": " + last.message_text}};
}

http::Response own_workflow_error(base::OwnMessage message, const std::vector<std::string>& inserts) {
  const auto& row = base::own_messages().row(message);
  return workflow_error(static_cast<unsigned>(row.return_code), std::string(row.number),
                        base::own_messages().text(message, inserts));
}

}  // namespace

ReturnData return_data(const Call& call) {
  const auto words = base::split(base::lower(call.request.query_value("returnData").value_or("")), ',');
  const auto has = [&](const char* word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return {has("steps"), has("variables")};
}

bool is_done(const std::string& state) {
  return state == "Complete" || state == "Skipped";
}

std::string state_of(const WorkflowInstance& instance, const parser::StepOutline& step) {
  if (const auto progress = instance.steps.find(step.name); progress != instance.steps.end())
    return progress->second.state;
  if (!instance.assigned) return "Unassigned";
  const bool waits = std::any_of(step.prerequisites.begin(), step.prerequisites.end(), [&](const std::string& name) {
    const auto before = instance.steps.find(name);
    return before == instance.steps.end() || !is_done(before->second.state);
  });
  return waits ? "Not Ready" : "Ready";
}

std::string status_name(const WorkflowInstance& instance, const parser::Workflow& workflow) {
  if (instance.canceled) return "canceled";
  const auto steps = performed_steps(workflow);
  const bool is_complete =
      std::all_of(steps.begin(), steps.end(), [&](const auto& step) { return is_done(state_of(instance, step)); });
  return is_complete ? "complete" : "in-progress";
}

base::Json workflow_item(const Call& call, const WorkflowInstance& instance, const parser::Workflow& workflow) {
  return {{"workflowName", instance.name},
          {"workflowKey", instance.key},
          {"workflowDescription", workflow.description},
          {"workflowID", workflow.id},
          {"workflowVersion", workflow.version},
          {"vendor", workflow.vendor},
          {"owner", instance.owner},
          {"system", call.system.name},
          {"category", "general"},
          {"accessType", instance.access},
          {"statusName", status_name(instance, workflow)},
          {"percentComplete", percent_complete(instance, workflow)},
          {"instanceURI", "/zosmf/workflow/rest/1.0/workflows/" + instance.key}};
}

base::Json workflow_properties(const Call& call, const WorkflowInstance& instance, const parser::Workflow& workflow,
                               ReturnData data) {
  base::Json document = workflow_item(call, instance, workflow);
  document.update({{"access", instance.access},
                   {"isCallable", base::Json()},
                   {"containsParallelSteps", false},
                   {"scope", "none"},
                   {"deleteCompletedJobs", instance.deletes_jobs},
                   {"automationStatus", automation_document(instance, workflow)}});
  if (instance.access != "Public" && call.user != instance.owner) return document;
  if (data.steps)
    document["steps"] = steps_below("", workflow, [&](const parser::StepOutline& step) {
      base::Json made = outline_document(step);
      made["state"] = step.is_parent ? parent_state(instance, workflow, step) : state_of(instance, step);
      if (!step.is_parent) add_progress(call, instance, workflow, step, made);
      return made;
    });
  if (data.variables) document["variables"] = variables_document(instance, workflow);
  return document;
}

base::Json definition_document(const parser::Workflow& workflow, ReturnData data) {
  base::Json document{{"workflowDefaultName", workflow.default_name},
                      {"workflowDescription", workflow.description},
                      {"workflowID", workflow.id},
                      {"workflowVersion", workflow.version},
                      {"vendor", workflow.vendor},
                      {"isCallable", base::Json()},
                      {"containsParallelSteps", false},
                      {"scope", "none"},
                      {"category", "general"}};
  if (data.steps) document["steps"] = steps_below("", workflow, outline_document);
  if (!data.variables) return document;
  base::Json variables = base::Json::array();
  for (const parser::VariableOutline& variable : workflow.variable_outline)
    variables.push_back({{"name", variable.name},
                         {"scope", variable.scope},
                         {"type", variable.type},
                         {"abstract", variable.abstract},
                         {"description", variable.description},
                         {"category", variable.category},
                         {"default", variable.initial ? base::Json(*variable.initial) : base::Json()},
                         {"visibility", variable.visibility}});
  document["variables"] = variables;
  return document;
}

http::Response workflow_error(unsigned status, const std::string& id, const std::string& text) {
  return json_response(status, {{"messageID", id}, {"messageText", id + ": " + text}});
}

http::Response cannot_use(const std::string& why) {
  return own_workflow_error(base::OwnMessage::rsd508e, {why});
}

http::Response cannot_perform(const std::string& workflow, const std::string& why) {
  return own_workflow_error(base::OwnMessage::rsd510e, {base::printable(workflow), why});
}

http::Response no_such_workflow(const std::string& key) {
  return workflow_error(404, "IZUWF5001W", fmt::format("The workflow key \"{}\" was not found.", base::printable(key)));
}

}  // namespace ringside::services
