// twin/load/filters.hpp - loads the filters of certificate names and the mappings of distributed identities.
#pragma once

#include <cstdint>

#include "twin/load/loading.hpp"

namespace ringside::twin {

/// A record of the types 0508 and 0509: it waits until the last record.
void keep_filter_record(Loading& loading, const Record& record);

/// After the users: adds the filters (0508) and the mappings (0509). Returns how many.
std::uint64_t load_filters(Loading& loading);

}  // namespace ringside::twin
