// twin/load/resources.cpp - loads profiles of data sets and general resources with their access lists.
#include "twin/load/resources.hpp"

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "emulator/host/data_sets.hpp"
#include "emulator/racf/resources/data_set_names.hpp"
#include "emulator/racf/users/identity_filters.hpp"
#include "twin/records/resource_columns.hpp"

namespace ringside::twin {
namespace {

constexpr std::array made_of_rows{"DIGTCERT", "DIGTRING", "DIGTNMAP", racf::identity_class};
constexpr const char* base_segment = "BASE";  // of the fields that only data set profiles have

bool is_access(const std::string& word) {
  static const std::set<std::string> words{"NONE", "EXECUTE", "READ", "UPDATE", "CONTROL", "ALTER"};
  return words.contains(word);
}

/// Columns of one kind of profile for what all profiles have.
struct BaseFields {
  std::string_view prefix;
  const Field &owner, &uacc, &level, &warning, &data, &notify, &created, &generic;
};

const BaseFields& data_set_columns() {
  static const BaseFields fields{"DSBD",
                                 field("DSBD_OWNER_ID"),
                                 field("DSBD_UACC"),
                                 field("DSBD_LEVEL"),
                                 field("DSBD_WARNING"),
                                 field("DSBD_INSTALL_DATA"),
                                 field("DSBD_NOTIFY_ID"),
                                 field("DSBD_CREATE_DATE"),
                                 field("DSBD_GENERIC")};
  return fields;
}

const BaseFields& resource_columns() {
  static const BaseFields fields{"GRBD",
                                 field("GRBD_OWNER_ID"),
                                 field("GRBD_UACC"),
                                 field("GRBD_LEVEL"),
                                 field("GRBD_WARNING"),
                                 field("GRBD_INSTALL_DATA"),
                                 field("GRBD_NOTIFY_ID"),
                                 field("GRBD_CREATE_DATE"),
                                 field("GRBD_GENERIC")};
  return fields;
}

void read_base(const Loading& loading, const Record& record, const BaseFields& fields, database::Resource& resource) {
  resource.owner = record.text(fields.owner);
  if (std::string uacc = record.text(fields.uacc); !uacc.empty()) resource.uacc = std::move(uacc);
  resource.level = static_cast<int>(record.number(fields.level).value_or(0));
  resource.warning = record.flag(fields.warning);
  resource.data = record.text(fields.data);
  resource.notify = record.text(fields.notify);
  resource.generic = record.flag(fields.generic);
  resource.audit = audit_in(fields.prefix, record);
  resource.created = loading.day(record, fields.created);
}

bool is_sound(Loading& loading, const database::Resource& resource) {
  const bool has_names = !resource.name.empty() && !resource.profile_class.empty();
  if (has_names && is_clean(resource.name) && is_clean(resource.profile_class)) return true;
  loading.skip(has_names ? "its name has control characters" : "it names no profile");
  return false;
}

void permit(Loading& loading, const std::string& profile_class, const std::string& name,
            const database::Access& access) {
  if (!is_access(access.access) || access.id.empty())
    return loading.skip("it is no entry of an access list: " + access.access);
  loading.database.resources.permit(profile_class, name, access);
}

void permit_if(Loading& loading, const std::string& profile_class, const std::string& name,
               const database::ConditionalAccess& access) {
  if (!is_access(access.access) || access.id.empty())
    return loading.skip("it is no entry of an access list: " + access.access);
  loading.database.resources.permit_if(profile_class, name, access);
}

void put_data_set_field(Loading& loading, const std::string& name, const char* word, const std::string& value) {
  if (!value.empty()) loading.database.segments.put(racf::data_set_class, name, base_segment, word, value);
}

/// A model is on no volume, and the volume of the lab's catalog is that of profiles that name none.
void put_volume(Loading& loading, const std::string& name, const std::string& volume) {
  if (volume != "*MODEL" && volume != host::volume) put_data_set_field(loading, name, "VOLUME", volume);
}

}  // namespace

std::string waiting_kind(const std::string& profile_class) {
  return "0500 " + profile_class;
}

void load_data_set(Loading& loading, const Record& record) {
  static const Field &name = field("DSBD_NAME"), volume = field("DSBD_VOL"), erase = field("DSBD_ERASE"),
                     group = field("DSBD_GRP_ID"), type = field("DSBD_DS_TYPE");
  database::Resource profile;
  profile.profile_class = racf::data_set_class;
  profile.name = record.text(name);
  if (!is_sound(loading, profile)) return;
  if (loading.database.resources.find(profile.profile_class, profile.name))
    return loading.skip(fmt::format("a second profile {}; the twin has one for all volumes", profile.name));
  read_base(loading, record, data_set_columns(), profile);
  loading.database.resources.put(profile);
  put_data_set_field(loading, profile.name, "GROUP", record.text(group));
  put_volume(loading, profile.name, record.text(volume));
  if (record.flag(erase)) put_data_set_field(loading, profile.name, "ERASE", "YES");
  if (record.text(type) == "MODEL") put_data_set_field(loading, profile.name, "MODEL", "YES");
}

void load_data_set_volume(Loading& loading, const Record& record) {
  static const Field &name = field("DSVOL_NAME"), volume = field("DSVOL_VOL_NAME");
  const std::string profile = record.text(name);
  if (!loading.database.segments.all(racf::data_set_class, profile)[base_segment].contains("VOLUME"))
    put_volume(loading, profile, record.text(volume));
}

void load_data_set_access(Loading& loading, const Record& record) {
  static const Field &name = field("DSACC_NAME"), id = field("DSACC_AUTH_ID"), access = field("DSACC_ACCESS");
  permit(loading, racf::data_set_class, record.text(name), {record.text(id), record.text(access)});
}

void load_data_set_condition(Loading& loading, const Record& record) {
  static const Field &name = field("DSCACC_NAME"), type = field("DSCACC_CATYPE"), element = field("DSCACC_CANAME"),
                     id = field("DSCACC_AUTH_ID"), access = field("DSCACC_ACCESS"), network = field("DSCACC_NET_ID"),
                     criteria = field("DSCACC_CACRITERIA");
  permit_if(loading, racf::data_set_class, record.text(name),
            {record.text(type), record.text(element), record.text(id), record.text(access), record.text(network),
             record.text(criteria)});
}

database::Resource resource_of(const Loading& loading, const Record& record) {
  static const Field &name = field("GRBD_NAME"), profile_class = field("GRBD_CLASS_NAME"),
                     data = field("GRBD_APPL_DATA");
  database::Resource profile;
  profile.profile_class = record.text(profile_class);
  profile.name = record.text(name);
  read_base(loading, record, resource_columns(), profile);
  profile.application_data = record.text(data);
  return profile;
}

void load_resource(Loading& loading, const Record& record) {
  const database::Resource profile = resource_of(loading, record);
  if (!is_sound(loading, profile)) return;
  for (const char* waiting : made_of_rows) {
    if (profile.profile_class != waiting) continue;
    if (loading.staging.first(waiting_kind(waiting), profile.name))
      return loading.skip(fmt::format("a second profile {} of class {}", profile.name, waiting));
    return loading.staging.put(waiting_kind(waiting), profile.name, record.line());
  }
  if (loading.database.resources.find(profile.profile_class, profile.name))
    return loading.skip(fmt::format("a second profile {} of class {}", profile.name, profile.profile_class));
  loading.database.resources.put(profile);
}

void load_resource_member(Loading& loading, const Record& record) {
  static const Field &name = field("GRMEM_NAME"), &profile_class = field("GRMEM_CLASS_NAME");
  const std::string member = member_in(record);
  if (member.empty()) return loading.skip("it names no member");
  loading.database.resources.add_member(record.text(profile_class), record.text(name), member);
}

void load_resource_access(Loading& loading, const Record& record) {
  static const Field &name = field("GRACC_NAME"), profile_class = field("GRACC_CLASS_NAME"),
                     id = field("GRACC_AUTH_ID"), access = field("GRACC_ACCESS");
  permit(loading, record.text(profile_class), record.text(name), {record.text(id), record.text(access)});
}

void load_resource_condition(Loading& loading, const Record& record) {
  static const Field &name = field("GRCACC_NAME"), profile_class = field("GRCACC_CLASS_NAME"),
                     type = field("GRCACC_CATYPE"), element = field("GRCACC_CANAME"), id = field("GRCACC_AUTH_ID"),
                     access = field("GRCACC_ACCESS"), network = field("GRCACC_NET_ID"),
                     criteria = field("GRCACC_CACRITERIA");
  permit_if(loading, record.text(profile_class), record.text(name),
            {record.text(type), record.text(element), record.text(id), record.text(access), record.text(network),
             record.text(criteria)});
}

}  // namespace ringside::twin
