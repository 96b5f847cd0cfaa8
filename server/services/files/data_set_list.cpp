// server/services/files/data_set_list.cpp - lists of data sets and members.
#include "server/services/files/data_set_list.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/host/records.hpp"
#include "server/services/files/data_set_access.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/name_pattern.hpp"

namespace ringside::services {
namespace {

constexpr int block_of_half_a_track = 27'998;

int block_size(const host::DataSet& data_set) {
  const bool fixed = host::is_fixed_format(data_set.record_format) && data_set.record_length > 0;
  return fixed ? block_of_half_a_track / data_set.record_length * data_set.record_length : block_of_half_a_track;
}

/// What z/OSMF tells of a data set. Dates and sizes of extents are not kept in a lab: their members are missing, or
/// have the value of a small data set.
base::Json attributes_of(const host::DataSet& data_set) {
  const std::string volume(host::volume);
  return {{"dsname", data_set.name},
          {"blksz", std::to_string(block_size(data_set))},
          {"catnm", std::string(host::catalog)},
          {"dev", "3390"},
          {"dsorg", data_set.is_library ? "PO" : "PS"},
          {"edate", "***None***"},
          {"extx", "1"},
          {"lrecl", std::to_string(data_set.record_length)},
          {"migr", "NO"},
          {"mvol", "N"},
          {"ovf", "NO"},
          {"recfm", data_set.record_format},
          {"sizex", "1"},
          {"spacu", "TRACKS"},
          {"used", "1"},
          {"vol", volume},
          {"vols", volume}};
}

/// The attributes that the request wants: "base", "vol", or only names.
std::string wanted_attributes(const http::Request& request) {
  const std::string header = base::lower(request.headers.find("X-IBM-Attributes").value_or(""));
  return base::trim(header.substr(0, header.find(',')));
}

base::Json item_of(const host::DataSets& data_sets, const std::string& name, const std::string& attributes) {
  if (attributes == "base")
    if (const auto found = data_sets.find(name)) return attributes_of(*found);
  base::Json item{{"dsname", name}};
  if (attributes == "vol") item["vol"] = std::string(host::volume);
  return item;
}

std::string start_of(const http::Request& request) {
  return base::upper(request.query_value("start").value_or(""));
}

}  // namespace

std::size_t most_items(const http::Request& request) {
  constexpr long usual = 1'000, most = 999'999'999;
  const auto header = request.headers.find("X-IBM-Max-Items");
  const long wanted = header ? base::number(base::trim(*header), most).value_or(usual) : usual;
  return static_cast<std::size_t>(wanted == 0 ? most : wanted);
}

base::Json list_document(base::Json items, std::size_t returned, std::size_t total) {
  base::Json document{{"items", std::move(items)}, {"returnedRows", returned}};
  if (total > returned) document["moreRows"] = true;
  document["totalRows"] = total;
  document["JSONversion"] = 1;
  return document;
}

http::Response list_data_sets(Call& call) {
  const std::string level = base::upper(call.request.query_value("dslevel").value_or(""));
  if (level.empty()) return wrong_request("Missing query parameter dslevel");
  const std::string volume = base::upper(call.request.query_value("volser").value_or(""));
  const std::string start = start_of(call.request), attributes = wanted_attributes(call.request);
  const host::DataSets data_sets(call.lab, call.system.name);
  const std::size_t most = most_items(call.request);
  base::Json items = base::Json::array();
  std::size_t returned = 0, total = 0;
  for (const std::string& name : data_sets.names()) {
    const bool is_on_volume = volume.empty() || matches_name(volume, host::volume);
    if (!is_on_volume || name < start || !matches_level(level, name)) continue;
    if (total++ >= most) continue;
    items.push_back(item_of(data_sets, name, attributes));
    ++returned;
  }
  return json_response(200, list_document(std::move(items), returned, total));
}

http::Response list_members(Call& call, const DataSetPath& path) {
  const host::DataSets data_sets(call.lab, call.system.name);
  const auto library = data_sets.find(path.data_set);
  if (!library) return not_cataloged(path.data_set);
  if (!library->is_library) return file_error(500, {4, 8, 0}, "LMINIT error", {path.data_set + " is not partitioned"});
  if (const auto denial = data_set_denial(call, path.data_set, racf::AccessLevel::read)) return not_authorized(*denial);
  const std::string pattern = base::upper(call.request.query_value("pattern").value_or("*"));
  const std::string start = start_of(call.request);
  const std::size_t most = most_items(call.request);
  base::Json items = base::Json::array();
  std::size_t returned = 0, total = 0;
  for (const std::string& name : data_sets.members(path.data_set)) {
    if (name < start || !matches_name(pattern, name)) continue;
    if (total++ >= most) continue;
    items.push_back({{"member", name}});
    ++returned;
  }
  return json_response(200, list_document(std::move(items), returned, total));
}

}  // namespace ringside::services
