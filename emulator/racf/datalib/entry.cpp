// emulator/racf/datalib/entry.cpp - one certificate as R_datalib returns it, and what a query asks for.
#include "emulator/racf/datalib/entry.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace ringside::racf::datalib {

std::optional<Failure> check(const Selection& selection, int version) {
  if (version != 0 && version != 1) return Failure{bad_version, fmt::format("version {} is not known", version)};
  const int chosen = (selection.label ? 1 : 0) + (selection.default_only ? 1 : 0) + (selection.subject ? 1 : 0);
  if (chosen > 1) return Failure{bad_parameter_list, "a query has one of label, default flag and subject"};
  if (version == 0 && selection.status != status_any)
    return Failure{bad_parameter_list, "a status is asked for with version 1 only"};
  if ((selection.status & ~(status_trust | status_hightrust | status_notrust)) != 0)
    return Failure{bad_selection, fmt::format("status {:08X} is not known", selection.status)};
  if (selection.label && (selection.label->empty() || base::count_characters(*selection.label) > label_characters))
    return Failure{bad_length, fmt::format("a label has 1 to {} characters", label_characters)};
  return std::nullopt;
}

bool fits(const Entry& entry, const Selection& selection, int version) {
  if (version == 0 && entry.status == status_notrust) return false;
  if (selection.status != status_any && (selection.status & entry.status) == 0) return false;
  if (selection.label && *selection.label != entry.label) return false;
  if (selection.subject && *selection.subject != entry.subject) return false;
  return !selection.default_only || entry.is_default;
}

}  // namespace ringside::racf::datalib
