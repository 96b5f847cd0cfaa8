// emulator/racf/segments.hpp - segments of any profile: OMVS, TSO, STDATA and the rest, kept as named text fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Returns the names of the segments that are kept and listed but have no effect.
std::vector<std::string_view> segments_kept_only();

/// Returns whether this operand specifies a segment (TSO) or deletes one (NOTSO).
bool is_segment_operand(std::string_view name);

/// Stores every segment among the operands for a profile of `profile_class` (USER, GROUP or a resource class). Secret
/// values are not stored. UID and GID are left to the caller (users/unix_ids.hpp), which checks that they are free.
void store_segments(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                    const std::string& profile);

/// Lists the segments that the operands name.
void list_segments(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                   const std::string& profile);

}  // namespace ringside::racf
