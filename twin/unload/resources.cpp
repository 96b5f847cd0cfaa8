// twin/unload/resources.cpp - general resources as records of an unload.
#include "twin/unload/resources.hpp"

#include <array>

#include "emulator/racf/resources/data_set_names.hpp"
#include "emulator/racf/resources/raclist.hpp"
#include "twin/records/resource_columns.hpp"
#include "twin/unload/segments.hpp"

namespace ringside::twin {
namespace {

/// What a lab does not keep. Days and times are those of terminals; the class number is in no source.
void put_unkept_of_resource(const database::Resource& profile, RecordLine& record) {
  constexpr std::array days{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
  for (const std::string day : days) record.flag("GRBD_ACCESS_" + day, true);
  for (const char* flag : {"GRBD_SINGLEDS", "GRBD_AUTO", "GRBD_TVTOC"}) record.flag(flag, false);
  record.number("GRBD_SECLEVEL", 0).text("GRBD_GAUDIT_LEVEL", "NONE");
  if (profile.generic) return;  // generic profiles have no access counts
  for (const char* count : {"GRBD_ALTER_CNT", "GRBD_CONTROL_CNT", "GRBD_UPDATE_CNT", "GRBD_READ_CNT"})
    record.number(count, 0);
}

void put_days_of_resource(Output& output, const database::Resource& profile, RecordLine& record) {
  if (profile.created == base::Instant{}) return;
  const base::CivilTime created = output.on_clock(profile.created);
  record.date("GRBD_CREATE_DATE", created);
  if (!profile.generic) record.date("GRBD_LASTREF_DATE", created).date("GRBD_LASTCHG_DATE", created);
}

void write_conditional_access(Output& output, const database::Resource& profile) {
  for (const database::ConditionalAccess& access :
       output.database().resources.conditional_access(profile.profile_class, profile.name))
    output.write(resource_record("0507", profile.profile_class, profile.name)
                     .text("GRCACC_CATYPE", access.condition)
                     .text("GRCACC_CANAME", access.element)
                     .text("GRCACC_AUTH_ID", access.id)
                     .text("GRCACC_ACCESS", access.access)
                     .number("GRCACC_ACCESS_CNT", 0)
                     .text("GRCACC_NET_ID", access.network)
                     .text("GRCACC_CACRITERIA", access.criteria));
}

void write_resource(Output& output, const database::Resource& profile) {
  database::Resources& resources = output.database().resources;
  output.write(resource_base(output, profile));
  for (const std::string& member : resources.members(profile.profile_class, profile.name)) {
    RecordLine record = resource_record("0503", profile.profile_class, profile.name);
    put_member(profile.profile_class, profile.name, member, record);
    output.write(record);
  }
  for (const database::Access& access : resources.access_list(profile.profile_class, profile.name))
    output.write(resource_record("0505", profile.profile_class, profile.name)
                     .text("GRACC_AUTH_ID", access.id)
                     .text("GRACC_ACCESS", access.access)
                     .number("GRACC_ACCESS_CNT", 0));
  write_conditional_access(output, profile);
  write_segments(output, profile.profile_class, profile.name,
                 [&](std::string_view type) { return resource_record(type, profile.profile_class, profile.name); });
  output.finish_profile();
}

}  // namespace

RecordLine resource_base(Output& output, const database::Resource& profile) {
  RecordLine record = resource_record("0500", profile.profile_class, profile.name);
  record.flag("GRBD_GENERIC", profile.generic)
      .text("GRBD_OWNER_ID", profile.owner)
      .text("GRBD_UACC", profile.uacc)
      .number("GRBD_LEVEL", static_cast<std::uint64_t>(profile.level))
      .text("GRBD_INSTALL_DATA", profile.data)
      .flag("GRBD_WARNING", profile.warning)
      .text("GRBD_NOTIFY_ID", profile.notify)
      .text("GRBD_APPL_DATA", profile.application_data);
  put_audit("GRBD", profile.audit, record);
  put_days_of_resource(output, profile, record);
  put_unkept_of_resource(profile, record);
  return record;
}

std::vector<std::string> resource_classes(database::SecurityDatabase& database) {
  std::vector<std::string> classes = database.resources.classes();
  const std::string copy = racf::in_storage_class("");
  std::erase_if(classes,
                [&](const std::string& name) { return name == racf::data_set_class || name.starts_with(copy); });
  return classes;
}

void write_resources(Output& output, const std::string& profile_class) {
  output.database().resources.each(profile_class,
                                   [&](const database::Resource& profile) { write_resource(output, profile); });
}

}  // namespace ringside::twin
