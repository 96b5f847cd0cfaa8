// twin/load/segments.hpp - loads the segments of users, groups, data sets and general resources.
#pragma once

#include "twin/load/loading.hpp"
#include "twin/records/segment_fields.hpp"

namespace ringside::twin {

/// A record of a type that find_segment_record() knows.
void load_segment(Loading& loading, const SegmentRecord& kind, const Record& record);

}  // namespace ringside::twin
