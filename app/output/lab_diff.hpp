// app/output/lab_diff.hpp - compares the items of two labs.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

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

/// Calls `tell` for each difference, in the order of kind, place and name. Returns the number of differences.
std::size_t compare_labs(lab::Lab& before, lab::Lab& after, const std::function<void(const Difference&)>& tell);

}  // namespace ringside::app
