// twin/unload/data_sets.cpp - data set profiles as records of an unload.
#include "twin/unload/data_sets.hpp"

#include <string>

#include "emulator/host/data_sets.hpp"
#include "emulator/racf/resources/data_set_names.hpp"
#include "twin/records/resource_columns.hpp"
#include "twin/unload/segments.hpp"

namespace ringside::twin {
namespace {

/// A data set profile with the fields that only it has.
struct DataSetProfile {
  database::Resource base;
  std::string group;
  std::string volume;  ///< as the records have it: blank for a generic profile, *MODEL for a model
  bool is_model = false, is_erased = false;
};

DataSetProfile read_profile(Output& output, const database::Resource& base) {
  auto fields = output.database().segments.all(racf::data_set_class, base.name)["BASE"];
  DataSetProfile profile{base, fields["GROUP"], fields["VOLUME"], !fields["MODEL"].empty(), !fields["ERASE"].empty()};
  if (profile.is_model)
    profile.volume = "*MODEL";
  else if (base.generic)
    profile.volume.clear();
  else if (profile.volume.empty())
    profile.volume = host::volume;
  return profile;
}

RecordLine data_set_record(std::string_view type, const DataSetProfile& profile) {
  RecordLine record = profile_record(type, profile.base.name);
  record.text(find_layout(type)->fields.at(2).name, profile.volume);
  return record;
}

void put_unkept_of_data_set(const DataSetProfile& profile, RecordLine& record) {
  record.number("DSBD_SECLEVEL", 0).number("DSBD_RETENTION", 0).text("DSBD_GAUDIT_LEVEL", "NONE");
  if (profile.base.generic) return;  // generic profiles have no access counts
  for (const char* count : {"DSBD_ALTER_CNT", "DSBD_CONTROL_CNT", "DSBD_UPDATE_CNT", "DSBD_READ_CNT"})
    record.number(count, 0);
}

void put_days_of_data_set(Output& output, const DataSetProfile& profile, RecordLine& record) {
  const base::CivilTime created = output.on_clock(profile.base.created);
  record.date("DSBD_CREATE_DATE", created);
  if (!profile.base.generic) record.date("DSBD_LASTREF_DATE", created).date("DSBD_LASTCHG_DATE", created);
}

void write_data_set(Output& output, const DataSetProfile& profile) {
  const database::Resource& base = profile.base;
  RecordLine record = data_set_record("0400", profile);
  const std::string first_qualifier = base.name.substr(0, base.name.find('.'));
  record.flag("DSBD_GENERIC", base.generic)
      .text("DSBD_OWNER_ID", base.owner)
      .text("DSBD_UACC", base.uacc)
      .flag("DSBD_GRPDS", output.database().groups.find(first_qualifier).has_value())
      .text("DSBD_GRP_ID", profile.group)
      .text("DSBD_DS_TYPE", profile.is_model ? "MODEL" : "NONVSAM")
      .number("DSBD_LEVEL", static_cast<std::uint64_t>(base.level))
      .text("DSBD_INSTALL_DATA", base.data)
      .flag("DSBD_WARNING", base.warning)
      .text("DSBD_NOTIFY_ID", base.notify)
      .flag("DSBD_ERASE", profile.is_erased);
  put_audit("DSBD", base.audit, record);
  put_days_of_data_set(output, profile, record);
  put_unkept_of_data_set(profile, record);
  output.write(record);
}

void write_data_set_access(Output& output, const DataSetProfile& profile) {
  database::Resources& resources = output.database().resources;
  for (const database::ConditionalAccess& access :
       resources.conditional_access(racf::data_set_class, profile.base.name))
    output.write(data_set_record("0402", profile)
                     .text("DSCACC_CATYPE", access.condition)
                     .text("DSCACC_CANAME", access.element)
                     .text("DSCACC_AUTH_ID", access.id)
                     .text("DSCACC_ACCESS", access.access)
                     .number("DSCACC_ACCESS_CNT", 0)
                     .text("DSCACC_NET_ID", access.network)
                     .text("DSCACC_CACRITERIA", access.criteria));
  if (!profile.base.generic && !profile.is_model)
    output.write(data_set_record("0403", profile).text("DSVOL_VOL_NAME", profile.volume));
  for (const database::Access& access : resources.access_list(racf::data_set_class, profile.base.name))
    output.write(data_set_record("0404", profile)
                     .text("DSACC_AUTH_ID", access.id)
                     .text("DSACC_ACCESS", access.access)
                     .number("DSACC_ACCESS_CNT", 0));
}

}  // namespace

void write_data_sets(Output& output) {
  output.database().resources.each(racf::data_set_class, [&](const database::Resource& base) {
    const DataSetProfile profile = read_profile(output, base);
    write_data_set(output, profile);
    write_data_set_access(output, profile);
    write_segments(output, racf::data_set_class, base.name,
                   [&](std::string_view type) { return data_set_record(type, profile); });
    output.finish_profile();
  });
}

}  // namespace ringside::twin
