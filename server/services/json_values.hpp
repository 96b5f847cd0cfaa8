// server/services/json_values.hpp - the members of a JSON body, as services read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace ringside::services {

/// The body as an object. Returns nullopt if it is not JSON, is no object, or nests deeper than 32 values.
std::optional<base::Json> json_object(const std::string& body);

/// The member of that name; nullptr if there is none.
const base::Json* member(const base::Json& object, std::string_view name);
/// The text of a member: a string, or a number as JSON writes it. Returns nullopt for other kinds and no member.
std::optional<std::string> member_text(const base::Json& object, std::string_view name);
/// The number of a member, also of one that is a string of digits.
std::optional<long> member_number(const base::Json& object, std::string_view name);

}  // namespace ringside::services
