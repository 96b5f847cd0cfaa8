// app/output/lab_diff.hpp - what two labs hold, compared item by item.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/database/store.hpp"

namespace ringside::app {

struct FieldChange {
  std::string_view field;
  std::string before, after;  ///< printable; of octets a digest
};

struct Difference {
  enum class Change { added, removed, changed };
  Change change;
  std::string_view kind;             ///< "certificate"
  std::string place, name;           ///< security database or system; what it is called there
  std::vector<FieldChange> changes;  ///< of something added or removed: its fields that are not empty
};

/// Calls `tell` for each difference, by kind, place and name; how many there are.
std::size_t compare_labs(database::Store& before, database::Store& after,
                         const std::function<void(const Difference&)>& tell);

}  // namespace ringside::app
