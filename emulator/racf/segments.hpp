// emulator/racf/segments.hpp - segments of any profile: OMVS, TSO, STDATA and the rest, kept as named text fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// The segments that are kept and listed, and used by nothing.
std::vector<std::string_view> segments_kept_only();

/// Whether this operand gives a segment or deletes one (NOTSO).
bool is_segment_operand(std::string_view name);

/// Stores every segment among the operands for a profile of `profile_class` (USER, GROUP or a resource class). Secrets
/// are not kept, and UID and GID are left to the caller, who must see that they are free.
void store_segments(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                    const std::string& profile);

/// Lists the segments that the operands ask for.
void list_segments(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                   const std::string& profile);

}  // namespace ringside::racf
