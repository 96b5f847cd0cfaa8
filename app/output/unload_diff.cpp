// app/output/unload_diff.cpp - compares the records of two unloads: reads two sorted lists side by side.
#include "app/output/unload_diff.hpp"

#include <optional>

#include "base/text.hpp"
#include "twin/compare/record_key.hpp"

namespace ringside::app {
namespace {

using Change = Difference::Change;
using twin::Layout;
using twin::Record;

/// "user basic data" for the "user basic data record".
std::string_view kind_of_record(const Layout* layout) {
  constexpr std::string_view end = " record";
  if (layout == nullptr) return "record of an unknown type";
  return layout->name.ends_with(end) ? layout->name.substr(0, layout->name.size() - end.size()) : layout->name;
}

Difference on_one_side(Change change, const Record& record) {
  const Layout* layout = twin::find_layout(record.type());
  Difference difference{change, kind_of_record(layout), "", twin::record_name(record), {}};
  if (layout == nullptr) return difference;
  for (const twin::Field& field : layout->fields) {
    std::string value = base::printable(record.text(field));
    if (value.empty() || !twin::is_compared(*layout, field)) continue;
    FieldChange change_of_field{field.name, "", ""};
    (change == Change::added ? change_of_field.after : change_of_field.before) = std::move(value);
    difference.changes.push_back(std::move(change_of_field));
  }
  return difference;
}

/// The fields that differ; none if the records say the same.
Difference on_both_sides(const Record& before, const Record& after) {
  const Layout* layout = twin::find_layout(before.type());
  Difference difference{Change::changed, kind_of_record(layout), "", twin::record_name(before), {}};
  if (layout == nullptr) return difference;
  for (const twin::Field& field : layout->fields) {
    if (!twin::is_compared(*layout, field)) continue;
    std::string was = before.text(field), is = after.text(field);
    if (was != is) difference.changes.push_back({field.name, base::printable(was), base::printable(is)});
  }
  return difference;
}

}  // namespace

DifferenceCounts compare_records(twin::SortedRecords& before, twin::SortedRecords& after,
                                 const std::function<void(const Difference&)>& tell) {
  DifferenceCounts counts;
  std::optional<Record> was = before.next(), is = after.next();
  while (was || is) {
    const int order = !was ? 1 : !is ? -1 : twin::record_key(*was).compare(twin::record_key(*is));
    if (order < 0) {
      ++counts.removed;
      tell(on_one_side(Change::removed, *was));
    } else if (order > 0) {
      ++counts.added;
      tell(on_one_side(Change::added, *is));
    } else if (const Difference difference = on_both_sides(*was, *is); !difference.changes.empty()) {
      ++counts.changed;
      tell(difference);
    }
    if (order <= 0) was = before.next();
    if (order >= 0) is = after.next();
  }
  return counts;
}

}  // namespace ringside::app
