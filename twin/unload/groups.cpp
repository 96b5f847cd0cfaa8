// twin/unload/groups.cpp - the groups of a database as records of an unload.
#include "twin/unload/groups.hpp"

#include "twin/records/attribute_columns.hpp"
#include "twin/unload/segments.hpp"

namespace ringside::twin {
namespace {

void write_group(Output& output, const database::Group& group) {
  RecordLine record = profile_record("0100", group.name);
  record.text("GPBD_SUPGRP_ID", group.superior)
      .date("GPBD_CREATE_DATE", output.on_clock(group.created))
      .text("GPBD_OWNER_ID", group.owner)
      .text("GPBD_UACC", "NONE")
      .text("GPBD_INSTALL_DATA", group.data);
  put_group_attributes(group.attributes, record);
  output.write(record);
}

void write_members(Output& output, const database::Group& group) {
  const bool is_universal = group.attributes.contains("UNIVERSAL");
  for (const database::Connection& connection : output.database().connections.of_group(group.name)) {
    if (is_universal && connection.authority == "USE") continue;
    RecordLine record = profile_record("0102", group.name);
    record.text("GPMEM_MEMBER_ID", connection.user).text("GPMEM_AUTH", connection.authority);
    output.write(record);
  }
}

}  // namespace

void write_groups(Output& output) {
  for (const database::Group& group : output.database().groups.all()) {
    write_group(output, group);
    for (const std::string& subgroup : output.database().groups.subgroups(group.name))
      output.write(profile_record("0101", group.name).text("GPSGRP_SUBGRP_ID", subgroup));
    write_members(output, group);
    write_segments(output, "GROUP", group.name,
                   [&](std::string_view type) { return profile_record(type, group.name); });
    output.finish_profile();
  }
}

}  // namespace ringside::twin
