// twin/unload/output.cpp - what the parts of an unload share: where they read, and where records go.
#include "twin/unload/output.hpp"

namespace ringside::twin {
namespace {

constexpr std::uint64_t between_calls = 256;

/// The name of a field by its place in the record: 1 is the profile's name, 2 the class of a general resource.
std::string_view field_at(std::string_view type, std::size_t place) {
  return find_layout(type)->fields.at(place).name;
}

}  // namespace

base::CivilTime Output::on_clock(base::Instant moment) const {
  return base::to_local(moment, lab_.zone());
}

base::CivilTime Output::in_zone(base::Instant moment) const {
  return base::to_local(moment, options_.zone);
}

void Output::finish_profile() {
  ++finished_;
  if (options_.progress && finished_ % between_calls == 0) options_.progress(finished_, expected_);
}

RecordLine profile_record(std::string_view type, std::string_view name) {
  RecordLine record(type);
  record.text(field_at(type, 1), name);
  return record;
}

RecordLine resource_record(std::string_view type, std::string_view profile_class, std::string_view name) {
  RecordLine record = profile_record(type, name);
  record.text(field_at(type, 2), profile_class);
  return record;
}

}  // namespace ringside::twin
