// twin/load/load.cpp - loads the unload of a site's RACF database into a new system of a lab.
#include "twin/load/load.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "emulator/racf/prepared/prepared_system.hpp"
#include "twin/anonymise/anonymiser.hpp"
#include "twin/load/certificates.hpp"
#include "twin/load/filters.hpp"
#include "twin/load/loading.hpp"
#include "twin/load/people.hpp"
#include "twin/load/refused.hpp"
#include "twin/load/resources.hpp"
#include "twin/load/rings.hpp"
#include "twin/load/segments.hpp"
#include "twin/load/setropts.hpp"
#include "twin/load/site_files.hpp"

namespace ringside::twin {
namespace {

using Handler = void (*)(Loading&, const Record&);

/// Records that only repeat what others say: subgroups, groups of users, names of mappings.
void pass_over(Loading&, const Record&) {}

const std::unordered_map<std::string_view, Handler> handlers{
    {"0100", load_group},
    {"0101", pass_over},
    {"0102", load_group_member},
    {"0200", load_user},
    {"0202", load_class_authority},
    {"0203", pass_over},
    {"0205", load_connection},
    {"0207", keep_certificate_record},
    {"0208", pass_over},
    {"0209", pass_over},
    {"0400", load_data_set},
    {"0402", load_data_set_condition},
    {"0403", load_data_set_volume},
    {"0404", load_data_set_access},
    {"0500", load_resource},
    {"0503", load_resource_member},
    {"0505", load_resource_access},
    {"0507", load_resource_condition},
    {"0508", keep_filter_record},
    {"0509", keep_filter_record},
    {"0560", keep_certificate_record},
    {"0561", keep_certificate_record},
    {"0562", keep_certificate_record},
    {"1560", keep_certificate_record},
};

/// Loads a record, or returns false for a type that the twin does not know.
bool load_record(Loading& loading, const Record& record) {
  if (const auto handler = handlers.find(record.type()); handler != handlers.end()) {
    handler->second(loading, record);
    return true;
  }
  const SegmentRecord* segment = find_segment_record(record.type());
  if (segment != nullptr) load_segment(loading, *segment, record);
  return segment != nullptr;
}

/// Why a record cannot be one of an unload; empty if it can.
std::string fault_of(const Record& record) {
  const std::string_view type = record.type();
  const bool is_type =
      type.size() == 4 && type[0] >= '0' && type[0] <= '9' &&
      std::all_of(type.begin(), type.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
  if (!is_type) return "it has no record type";
  const Layout* layout = find_layout(type);
  const std::string gaps =
      record.text({"", 5, 5}) +
      (layout == nullptr ? "" : record.text({"", layout->fields.at(1).last + 1, layout->fields.at(1).last + 1}));
  return gaps.empty() ? "" : "its columns are shifted: there is no blank before or after its name";
}

constexpr std::uint64_t often = 4'096;  // records between two looks at the time

/// Reads the whole file for its names.
Anonymiser anonymiser_of(const LoadOptions& options) {
  Anonymiser anonymiser;
  UnloadFile file(options.unload);
  while (auto line = file.next()) anonymiser.learn(Record(*std::move(line)));
  return anonymiser;
}

void load_records(Loading& loading, UnloadFile& file, const LoadOptions& options, LoadReport& report) {
  const auto anonymiser = options.anonymise ? std::optional(anonymiser_of(options)) : std::nullopt;
  report.form = file.form();
  while (auto line = file.next()) {
    loading.number = file.number();
    if (loading.number % often == 0 && !options.goes_on(file.progress()))
      throw Refused("interrupted: the lab is as it was");
    Record record(*std::move(line));
    if (const std::string fault = fault_of(record); !fault.empty()) {
      loading.skip(fault);
      continue;
    }
    if (anonymiser) {
      const auto changed = anonymiser->changed(record);
      record = Record(changed ? changed->line() : std::string(record.type()));
    }
    if (load_record(loading, record))
      ++report.records[std::string(record.type())];
    else
      ++report.unknown;
  }
  if (!report.records.contains("0200"))
    throw Refused(fmt::format("{}: it has {} records and no user (0200) among them: it is no unload of a RACF database",
                              options.unload, file.number()));
}

/// Removes what a new database of a lab holds, since the unload has its own.
void empty(database::SecurityDatabase& racf) {
  for (const database::User& user : racf.users.all()) racf.users.remove(user.name);
  for (const database::Group& group : racf.groups.all()) racf.groups.remove(group.name);
}

database::SystemRecord add_system(lab::Lab& lab, database::SystemRecord system) {
  if (lab.systems().find(system.name)) throw Refused("the lab has a system " + system.name + " already");
  system.kind = "zos";
  if (!racf::add_system(lab, system, racf::Preparation::bare))
    throw Refused("the lab has a security database " + system.database + " already");
  return system;
}

LoadReport load_all(lab::Lab& lab, const LoadOptions& options) {
  if (options.anonymise && !options.certificates.empty())
    throw Refused("the certificates of a folder have the names of the site: an anonymised twin takes none");
  UnloadFile file(options.unload);
  const SiteFiles files =
      options.certificates.empty() ? SiteFiles() : SiteFiles(options.certificates, options.password);
  const auto classes = options.setropts ? read_setropts(*options.setropts) : assumed_options();
  auto savepoint = lab.savepoint();
  LoadReport report;
  {
    Loading loading(lab, add_system(lab, options.system), options.zone);
    empty(loading.database);
    load_records(loading, file, options, report);
    complete_people(loading);
    report.certificates = load_certificates(loading, files);
    report.rings = load_rings(loading);
    report.filters = load_filters(loading);
    set_options(loading, classes);
    report.remarks = std::move(loading.remarks);
  }
  if (!options.goes_on(1.0)) throw Refused("interrupted: the lab is as it was");
  savepoint.keep();
  report.unreadable_files = files.unreadable();
  if (!options.setropts)
    for (const database::ClassOption& option : classes) report.assumed_classes.push_back(option.profile_class);
  return report;
}

}  // namespace

tl::expected<LoadReport, std::string> load(lab::Lab& lab, const LoadOptions& options) {
  try {
    return load_all(lab, options);
  } catch (const Refused& refused) {
    return tl::unexpected(std::string(refused.what()));
  }
}

}  // namespace ringside::twin
