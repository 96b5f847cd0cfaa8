// server/services/files/data_set_list.hpp - lists of data sets and members, and their bounds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/services/files/data_set_path.hpp"

namespace ringside::services {

/// How many items a list has: X-IBM-Max-Items, 1000 if it is missing, no bound for 0.
std::size_t most_items(const http::Request& request);

/// The list of items in the form of the files services. `total` is the number of all items, also of those behind the
/// bound.
base::Json list_document(base::Json items, std::size_t returned, std::size_t total);

/// GET /zosmf/restfiles/ds?dslevel=&volser=&start=: the data sets that match, by name.
http::Response list_data_sets(Call& call);
/// The members of a library, by pattern= and start=.
http::Response list_members(Call& call, const DataSetPath& path);

}  // namespace ringside::services
