// server/services/workflows/workflows.hpp - the workflows of a system: the list, one of them, its end.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// GET /zosmf/workflow/rest/1.0/workflows: those that the query asks for, by workflowName, owner, vendor, system,
/// category and statusName.
http::Response list_workflows(Call& call);
/// GET .../workflows/KEY: the properties, with ?returnData=steps,variables.
http::Response read_workflow(Call& call);
/// PUT .../workflows/KEY/operations/cancel. A canceled workflow can only be deleted.
http::Response cancel_workflow(Call& call);
/// DELETE .../workflows/KEY.
http::Response delete_workflow(Call& call);

}  // namespace ringside::services
