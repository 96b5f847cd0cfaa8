// app/output/unload_diff.hpp - compares the records of two unloads.
#pragma once

#include <functional>

#include "app/output/lab_diff.hpp"
#include "twin/compare/sorted_records.hpp"

namespace ringside::app {

/// Calls `tell` for each record that only one side has, or that differs in a field; in the order of type and profile.
/// The kind of a difference is that of the record, its fields have IBM's names. Statistics are not compared
/// (twin::is_compared()).
DifferenceCounts compare_records(twin::SortedRecords& before, twin::SortedRecords& after,
                                 const std::function<void(const Difference&)>& tell);

}  // namespace ringside::app
