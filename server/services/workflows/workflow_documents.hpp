// server/services/workflows/workflow_documents.hpp - workflows as the JSON of z/OSMF's workflow services (z/OSMF
// Programming Guide, "z/OSMF workflow services").
#pragma once

#include <string>

#include "server/services/workflows/workflow_instance.hpp"

namespace ringside::services {

/// What a request asks for beside the properties: returnData=steps,variables.
struct ReturnData {
  bool steps = false;
  bool variables = false;
};
ReturnData return_data(const Call& call);

/// The state of a step: that of its progress, else Unassigned, Ready, or Not Ready while a step that it names in
/// <prereqStep> is not complete.
std::string state_of(const WorkflowInstance& instance, const parser::StepOutline& step);
/// Whether nothing is left to do for the step.
bool is_done(const std::string& state);
/// "complete", "canceled" or "in-progress".
std::string status_name(const WorkflowInstance& instance, const parser::Workflow& workflow);

/// An item of the list of workflows.
base::Json workflow_item(const Call& call, const WorkflowInstance& instance, const parser::Workflow& workflow);
/// The properties of a workflow.
base::Json workflow_properties(const Call& call, const WorkflowInstance& instance, const parser::Workflow& workflow,
                               ReturnData data);
/// A definition that no workflow was made of yet.
base::Json definition_document(const parser::Workflow& workflow, ReturnData data);

/// An error in the form of the workflow services: {"messageID": ..., "messageText": "ID: ..."}.
http::Response workflow_error(unsigned status, const std::string& id, const std::string& text);
/// The same with RSD508E or RSD510E: the content of the request cannot be used, or the workflow cannot be performed.
http::Response cannot_use(const std::string& why);
http::Response cannot_perform(const std::string& workflow, const std::string& why);
/// 404 with IZUWF5001W.
http::Response no_such_workflow(const std::string& key);

}  // namespace ringside::services
