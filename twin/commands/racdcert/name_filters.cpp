// twin/commands/racdcert/name_filters.cpp - RACDCERT MAP, ALTMAP and DELMAP that lead from the name filters of a system
// to those of another.
#include "twin/commands/racdcert/name_filters.hpp"

#include <fmt/format.h>

#include "emulator/racf/racdcert/owner.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/racdcert/held_certificates.hpp"

namespace ringside::twin {
namespace {

using database::NameFilter;

std::string map_command(const NameFilter& filter) {
  std::string command = "RACDCERT " + racf::racdcert::Owner{filter.owner}.operand() + " MAP";
  if (!filter.issuer_filter.empty()) command += " " + text_operand("IDNFILTER", filter.issuer_filter);
  if (!filter.subject_filter.empty()) command += " " + text_operand("SDNFILTER", filter.subject_filter);
  if (!filter.criteria.empty()) command += " " + text_operand("CRITERIA", filter.criteria);
  return command + " " + text_operand("WITHLABEL", filter.label) + (filter.trusted ? " TRUST" : " NOTRUST");
}

void delete_filter(Transition& transition, const NameFilter& filter) {
  transition.run(racdcert_by_label(filter.owner, "DELMAP", filter.label));
}

/// The filter of the other system with the same names and owner.
std::optional<NameFilter> same_filter(Transition& transition, const NameFilter& present) {
  auto wanted = transition.wanted().filters.by_names(present.issuer_filter, present.subject_filter);
  return wanted && wanted->owner == present.owner ? wanted : std::nullopt;
}

/// Deletes filters whose names another owner has there, or whose label another filter has.
void delete_in_the_way(Transition& transition) {
  for (const NameFilter& present : transition.now().filters.all()) {
    const auto wanted = same_filter(transition, present);
    if (wanted && wanted->label == present.label) continue;
    const bool names_taken =
        !wanted && transition.wanted().filters.by_names(present.issuer_filter, present.subject_filter);
    if (names_taken || transition.wanted().filters.by_label(present.owner, present.label))
      delete_filter(transition, present);
  }
}

void put_filter(Transition& transition, const NameFilter& wanted) {
  const auto present = transition.now().filters.by_names(wanted.issuer_filter, wanted.subject_filter);
  if (!present) {
    transition.run(map_command(wanted));
    return;
  }
  std::string changes;
  if (present->trusted != wanted.trusted) changes += wanted.trusted ? " TRUST" : " NOTRUST";
  if (present->label != wanted.label) changes += " " + text_operand("NEWLABEL", wanted.label);
  if (present->criteria != wanted.criteria) changes += " " + text_operand("NEWCRITERIA", wanted.criteria);
  if (!changes.empty()) transition.run(racdcert_by_label(present->owner, "ALTMAP", present->label) + changes);
}

}  // namespace

void put_name_filters(Transition& transition) {
  delete_in_the_way(transition);
  for (const NameFilter& wanted : transition.wanted().filters.all()) put_filter(transition, wanted);
}

void delete_name_filters(Transition& transition) {
  for (const NameFilter& present : transition.now().filters.all())
    if (!same_filter(transition, present)) delete_filter(transition, present);
}

}  // namespace ringside::twin
