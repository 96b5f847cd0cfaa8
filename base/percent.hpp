// base/percent.hpp - percent-encoding of URLs (RFC 3986, section 2.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ringside::base {

/// The text with each "%XX" as the octet that it stands for. Returns nullopt if two hex digits do not follow a '%', or
/// if the octet is NUL.
std::optional<std::string> percent_decoded(std::string_view text);

/// The text with every octet that is not a letter, a digit, '-', '.', '_' or '~' as '%' and two hex digits.
std::string percent_encoded(std::string_view text);

}  // namespace ringside::base
