// emulator/racf/racdcert/icsf_name.hpp - the form of names in ICSF: PKDS labels and tokens.
#pragma once

#include <cstddef>
#include <string_view>

namespace ringside::racf::racdcert {

/// Returns true if `name` has 1 to `most` upper-case letters, digits, national characters (@, #, $) and periods, and
/// begins with a letter or a national character (Messages and Codes, IRRD160I).
bool is_icsf_name(std::string_view name, std::size_t most);

}  // namespace ringside::racf::racdcert
