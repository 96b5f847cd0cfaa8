// emulator/racf/racdcert/icsf_name.cpp - the form of names in ICSF: PKDS labels and tokens.
#include "emulator/racf/racdcert/icsf_name.hpp"

#include <algorithm>

#include "base/national.hpp"

namespace ringside::racf::racdcert {

bool is_icsf_name(std::string_view name, std::size_t most) {
  return !name.empty() && name.size() <= most && base::is_name_start(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) { return base::is_name_character(c) || c == '.'; });
}

}  // namespace ringside::racf::racdcert
