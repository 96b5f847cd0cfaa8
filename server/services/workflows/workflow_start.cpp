// server/services/workflows/workflow_start.cpp - performs the automated steps of a workflow, in their order.
#include "server/services/workflows/workflow_start.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/workflow/play_step.hpp"
#include "server/services/json_body.hpp"
#include "server/services/workflows/step_run.hpp"
#include "server/services/workflows/workflow_documents.hpp"
#include "server/services/workflows/workflow_instance.hpp"

namespace ringside::services {
namespace {

/// What a request asks for.
struct StartRequest {
  harness::ConflictRule on_conflict = harness::ConflictRule::output_value;
  std::string step;           ///< empty: the first that is not complete
  bool and_following = true;  ///< performSubsequent
};

std::optional<harness::ConflictRule> conflict_rule(const std::string& word) {
  if (word.empty() || word == "outputFileValue") return harness::ConflictRule::output_value;
  if (word == "existingValue") return harness::ConflictRule::existing_value;
  if (word == "leaveConflict") return harness::ConflictRule::leave;
  return std::nullopt;
}

/// One request to perform steps.
class Automation {
 public:
  Automation(Call& call, WorkflowInstance instance, parser::Workflow workflow, harness::ConflictRule rule)
      : call_(call),
        user_{call.lab, call.system, call.user, {}},
        instance_(std::move(instance)),
        workflow_(std::move(workflow)) {
    user_.submission.checks_surrogates = true;
    state_.variables = workflow_.variables;
    for (const auto& [name, value] : instance_.values) {
      state_.variables.values[name] = value;
      state_.variables.defined.insert(name);
    }
    for (const auto& [name, step] : instance_.steps) state_.outcomes[name] = {step.return_code, step.state};
    state_.on_conflict = rule;
    instance_.automation = AutomationStatus{call.user, now(), 0};
  }

  /// Performs steps until one stops it. After each, what has become of the workflow is stored.
  void run(const StartRequest& request) {
    bool begins = request.step.empty();
    for (const parser::StepOutline& step : workflow_.outline) {
      begins = begins || step.name == request.step;
      if (!begins || step.is_parent || is_done(state_of(instance_, step))) continue;
      if (!perform(step)) return finish();
      if (!request.and_following) break;
    }
    tell("", "IZUWF0162I", fmt::format("Automation processing for workflow \"{}\" is complete.", instance_.name));
    finish();
  }

 private:
  /// By the clock of the lab, in milliseconds since 1970.
  [[nodiscard]] std::int64_t now() const {
    constexpr std::int64_t milliseconds = 1'000;
    return call_.lab.now().time_since_epoch().count() * milliseconds;
  }

  /// Returns false if automation ends at this step.
  bool perform(const parser::StepOutline& step) {
    const auto read = std::find_if(workflow_.steps.begin(), workflow_.steps.end(),
                                   [&](const parser::WorkflowStep& each) { return each.name == step.name; });
    if (read == workflow_.steps.end() || !step.is_automated || state_of(instance_, step) == "Not Ready")
      return tell(step.name, "IZUWF0145E",
                  fmt::format("Automation processing for the workflow \"{}\" stopped at step \"{}\". This step cannot "
                              "be performed automatically.",
                              instance_.name, step.title)),
             false;
    StepRun run;
    const harness::StepEnd end =
        harness::play_step(user_, harness::read_step(*read), state_, [&](const harness::RunUnit& unit) {
          run = run_step(user_, unit);
          return run.end;
        });
    keep(step.name, end, run);
    if (end.state != "Failed" && end.problem.empty()) return true;
    const std::string why = !end.problem.empty() ? end.problem
                                                 : fmt::format("step {} ended with {} (maxRc {}): {}", step.name,
                                                               end.end.code, read->most_code, run.shown);
    tell(step.name, std::string(base::own_messages().row(base::OwnMessage::rsd510e).number),
         base::own_messages().text(base::OwnMessage::rsd510e, {base::printable(instance_.name), why}));
    return false;
  }

  void keep(const std::string& step, const harness::StepEnd& end, const StepRun& run) {
    const bool is_waiting = end.state == "Not Ready";
    StepProgress& progress = instance_.steps[step];
    progress = {end.problem.empty() ? end.state : "Failed", end.performed ? fmt::format("{:04}", end.end.code) : "",
                run.job};
    for (const auto& [name, value] : state_.variables.values) {
      const auto before = workflow_.variables.values.find(name);
      if (before == workflow_.variables.values.end() || before->second != value) instance_.values[name] = value;
    }
    if (instance_.deletes_jobs && end.state == "Complete" && !run.job.empty())
      call_.lab.jobs().remove(call_.system.name, run.job);
    if (is_waiting) instance_.steps.erase(step);
    put_workflow(call_, instance_);
  }

  void tell(const std::string& step, const std::string& id, const std::string& text) {
    instance_.automation->step = step;
    instance_.automation->message_id = id;
    instance_.automation->message_text = text;
  }

  void finish() {
    instance_.automation->stopped = now();
    put_workflow(call_, instance_);
  }

  Call& call_;
  harness::StepUser user_;
  WorkflowInstance instance_;
  parser::Workflow workflow_;
  harness::WorkflowState state_;
};

tl::expected<StartRequest, http::Response> request_of(const Call& call, const parser::Workflow& workflow) {
  StartRequest request;
  if (call.request.body.empty()) return request;
  const auto body = json_object(call.request.body);
  if (!body) return tl::unexpected(cannot_use("it is no JSON object"));
  const auto rule = conflict_rule(text_of(*body, "resolveConflictByUsing"));
  if (!rule)
    return tl::unexpected(cannot_use("resolveConflictByUsing is outputFileValue, existingValue or leaveConflict"));
  request.on_conflict = *rule;
  request.step = text_of(*body, "stepName");
  request.and_following = member_flag(*body, "performSubsequent").value_or(true);
  const bool is_known = std::any_of(workflow.outline.begin(), workflow.outline.end(),
                                    [&](const auto& step) { return step.name == request.step && !step.is_parent; });
  if (!request.step.empty() && !is_known)
    return tl::unexpected(cannot_use("the workflow has no step " + base::printable(request.step)));
  return request;
}

}  // namespace

http::Response start_workflow(Call& call) {
  auto instance = find_workflow(call, call.parts.front());
  if (!instance) return no_such_workflow(call.parts.front());
  if (instance->canceled) return cannot_perform(instance->name, "it is canceled");
  if (call.user != instance->owner || !instance->assigned)
    return cannot_perform(instance->name, instance->assigned ? fmt::format("its steps belong to {}, not to {}",
                                                                           instance->owner, call.user)
                                                             : "its steps are assigned to nobody");
  parser::Workflow workflow = instance->read();
  const auto request = request_of(call, workflow);
  if (!request) return request.error();
  if (std::none_of(workflow.outline.begin(), workflow.outline.end(),
                   [](const auto& step) { return step.is_automated; }))
    return cannot_perform(instance->name, "it has no automated step: <autoEnable>true</autoEnable> makes one");
  Automation(call, std::move(*instance), std::move(workflow), request->on_conflict).run(*request);
  return {202, {}, ""};
}

}  // namespace ringside::services
