// emulator/racf/racdcert/icsf_name.cpp - the form of names in ICSF: PKDS labels and tokens.
#include "emulator/racf/racdcert/icsf_name.hpp"

#include <algorithm>

namespace ringside::racf::racdcert {
namespace {

bool may_begin_name(char c) {
  return (c >= 'A' && c <= 'Z') || c == '@' || c == '#' || c == '$';
}

bool may_stand_in_name(char c) {
  return may_begin_name(c) || (c >= '0' && c <= '9') || c == '.';
}

}  // namespace

bool is_icsf_name(std::string_view name, std::size_t most) {
  return !name.empty() && name.size() <= most && may_begin_name(name.front()) &&
         std::all_of(name.begin(), name.end(), may_stand_in_name);
}

}  // namespace ringside::racf::racdcert
