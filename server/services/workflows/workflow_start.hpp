// server/services/workflows/workflow_start.hpp - PUT /zosmf/workflow/rest/1.0/workflows/KEY/operations/start.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// Performs the automated steps of a workflow as the caller, who is their owner, until one fails or a person has to do
/// one. Answers 202 when they have ended; the properties of the workflow tell how.
http::Response start_workflow(Call& call);

}  // namespace ringside::services
