// server/services/json_body.hpp - the JSON that clients send.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace ringside::services {

inline constexpr std::size_t most_json_bytes = 1u << 20;
inline constexpr std::size_t most_json_depth = 32;
inline constexpr std::size_t most_json_members = 1'000;

/// The object that a text is; nullopt if it is none, has a name twice, or is longer, nests deeper or has more members
/// than the bounds above.
std::optional<base::Json> json_object(const std::string& text);

/// The member of an object; nullptr if it does not have it.
const base::Json* member(const base::Json& object, std::string_view name);
/// The text of a member: a string, or a number as JSON writes it. Returns nullopt for other kinds and no member.
std::optional<std::string> member_text(const base::Json& object, std::string_view name);
/// The number of a member, also of one that is a string of digits, up to 999,999,999.
std::optional<long> member_number(const base::Json& object, std::string_view name);
/// The truth of a member, also of one that is the text "true" or "false" in any case. Returns nullopt for others.
std::optional<bool> member_flag(const base::Json& object, std::string_view name);
/// The text of a member; empty if the object does not have it or it is no text.
std::string text_of(const base::Json& object, std::string_view name);

}  // namespace ringside::services
