// twin/unload/segments.cpp - the segments of a profile as records of an unload.
#include "twin/unload/segments.hpp"

#include "twin/records/segment_fields.hpp"

namespace ringside::twin {
namespace {

bool is_general(std::string_view profile_class) {
  return profile_class != "USER" && profile_class != "GROUP" && profile_class != "DATASET";
}

/// The type of a site's own field, from its profile USER.CSDATA.name of class CFIELD; empty if there is none.
std::string custom_type(Output& output, const std::string& profile_class, const std::string& name) {
  return output.database().segments.all("CFIELD", profile_class + ".CSDATA." + name)["CFDEF"]["TYPE"];
}

void write_custom(Output& output, const SegmentRecord& kind, const std::string& profile_class,
                  const SegmentFields& fields, const RecordMaker& make) {
  for (const auto& [name, value] : fields) {
    RecordLine record = make(kind.type);
    record.text(kind.columns[0].column, name).text(kind.columns[1].column, value);
    record.text(kind.columns[2].column, custom_type(output, profile_class, name));
    output.write(record);
  }
}

}  // namespace

void write_segments(Output& output, const std::string& profile_class, const std::string& profile,
                    const RecordMaker& make) {
  const auto segments = output.database().segments.all(profile_class, profile);
  if (segments.empty()) return;
  for (const SegmentRecord& kind : segment_records()) {
    if (kind.profile_class != (is_general(profile_class) ? "" : profile_class)) continue;
    const auto found = segments.find(std::string(kind.segment));
    if (found == segments.end()) continue;
    const SegmentFields& fields = found->second;
    if (kind.stands_for == RecordFor::custom) {
      write_custom(output, kind, profile_class, fields, make);
    } else if (kind.stands_for == RecordFor::segment) {
      RecordLine record = make(kind.type);
      if (put_segment(kind, fields, record)) output.write(record);
    } else {
      for (const std::string& word : listed_values(kind, fields)) {
        RecordLine record = make(kind.type);
        put_listed(kind, word, record);
        output.write(record);
      }
    }
  }
}

}  // namespace ringside::twin
