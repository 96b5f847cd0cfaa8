// twin/load/segments.cpp - loads the segments of users, groups, data sets and general resources.
#include "twin/load/segments.hpp"

#include <string>

namespace ringside::twin {
namespace {

/// The class of a profile: that of the record's type, or the one that a record of a general resource names.
std::string class_of(const SegmentRecord& kind, const Record& record) {
  static const Field& named = field("GRBD_CLASS_NAME");  // the same columns in every record of a general resource
  return kind.profile_class.empty() ? record.text(named) : std::string(kind.profile_class);
}

}  // namespace

void load_segment(Loading& loading, const SegmentRecord& kind, const Record& record) {
  const std::string profile_class = class_of(kind, record);
  const std::string profile = record.text(find_layout(kind.type)->fields.at(1));
  const std::string segment(kind.segment);
  if (profile.empty() || profile_class.empty()) return loading.skip("it names no profile");
  database::Segments& segments = loading.database.segments;
  for (SegmentValue& value : segment_values(kind, record)) {
    if (!is_clean(value.value)) {
      loading.skip("field " + value.field + " has control characters");
      continue;
    }
    if (value.appends)
      if (const std::string before = segments.all(profile_class, profile)[segment][value.field]; !before.empty())
        value.value = before + " " + value.value;
    segments.put(profile_class, profile, segment, value.field, value.value);
  }
}

}  // namespace ringside::twin
