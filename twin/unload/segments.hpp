// twin/unload/segments.hpp - the segments of a profile as records of an unload.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "twin/unload/output.hpp"

namespace ringside::twin {

/// Makes an empty record of a type for the profile whose segments are written.
using RecordMaker = std::function<RecordLine(std::string_view type)>;

/// Writes the segments of a profile by type of record. `profile_class` is USER, GROUP, DATASET or a class of general
/// resources.
void write_segments(Output& output, const std::string& profile_class, const std::string& profile,
                    const RecordMaker& make);

}  // namespace ringside::twin
