// server/services/workflows/workflow_creation.hpp - POST /zosmf/workflow/rest/1.0/workflows, and definitions.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// Makes a workflow of a definition in a UNIX file or a data set: 201 with its key. Nothing runs.
http::Response create_workflow(Call& call);
/// GET /zosmf/workflow/rest/1.0/workflowDefinition?definitionFilePath=: what a definition says.
http::Response read_workflow_definition(Call& call);

}  // namespace ringside::services
