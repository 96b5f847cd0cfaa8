// server/services/files/data_set_requests.hpp - PUT of a data set with a JSON body: copy and rename.
#pragma once

#include "server/services/files/data_set_path.hpp"

namespace ringside::services {

/// {"request": "rename", "from-dataset": {"dsn": ..., "member": ...}} and {"request": "copy", ...}: `to` gets the new
/// name, or the records. A data set that is copied to must exist; a member may be new, and one that exists is replaced
/// only with "replace": true.
http::Response run_data_set_request(Call& call, const DataSetPath& to);

}  // namespace ringside::services
