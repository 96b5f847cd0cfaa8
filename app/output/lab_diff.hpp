// app/output/lab_diff.hpp - compares the items of two labs.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::app {

struct FieldChange {
  std::string_view field;
  std::string before, after;  ///< printable text, or a digest of a binary value
};

struct Difference {
  enum class Change { added, removed, changed };
  Change change;
  std::string_view kind;             ///< "certificate"
  std::string place, name;           ///< security database or system; name of the item there
  std::vector<FieldChange> changes;  ///< if added or removed: all fields that are not empty
};

struct DifferenceCounts {
  std::size_t added = 0, removed = 0, changed = 0;
  [[nodiscard]] std::size_t all() const { return added + removed + changed; }
};

/// Calls `tell` for each difference, in the order of kind, place and name.
DifferenceCounts compare_labs(lab::Lab& before, lab::Lab& after, const std::function<void(const Difference&)>& tell);

/// The same for one security database of each lab, whatever their names. `before` and `after` are records of systems
/// that use them. The places of the differences are the name of the first one.
DifferenceCounts compare_databases(lab::Lab& before, const database::SystemRecord& before_system, lab::Lab& after,
                                   const database::SystemRecord& after_system,
                                   const std::function<void(const Difference&)>& tell);

/// "~ certificate CERTAUTH CA in SYS1: status 'TRUST' -> 'NOTRUST'".
std::string difference_text(const Difference& difference);
/// {"change", "kind", "place", "name", "fields": {FIELD: {"before", "after"}}}.
base::Json difference_json(const Difference& difference);

/// "3 added, 1 removed, 2 changed".
std::string counts_text(const DifferenceCounts& counts);
/// The same as members of a summary.
base::Json counts_json(const DifferenceCounts& counts);

}  // namespace ringside::app
