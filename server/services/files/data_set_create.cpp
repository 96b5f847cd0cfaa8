// server/services/files/data_set_create.cpp - POST of a data set.
#include "server/services/files/data_set_create.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/host/records.hpp"
#include "server/services/files/data_set_access.hpp"
#include "server/services/files/data_set_path.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

constexpr std::array<std::string_view, 11> record_formats{"F",   "FB", "V",   "VB",  "U",  "FA",
                                                          "FBA", "VA", "VBA", "FBM", "VBM"};
constexpr long longest_record = 32'760;

http::Response not_allocated(const std::vector<std::string>& details) {
  return file_error(500, {8, 900, 7}, "Dynamic allocation Error", details);
}

bool is_partitioned(const std::string& organization, const std::string& type) {
  return organization.starts_with("PO") || type.starts_with("LIBRARY") || type == "PDS";
}

/// The attributes of the body over those of `made`, which is the model or empty. The error says what is wrong.
std::string take_attributes(const base::Json& body, host::DataSet& made) {
  if (const auto organization = member_text(body, "dsorg")) {
    const std::string wanted = base::upper(*organization);
    if (wanted != "PS" && wanted != "PO" && wanted != "PO-E") return "dsorg is not PS or PO";
    made.is_library = is_partitioned(wanted, base::upper(member_text(body, "dsntype").value_or("")));
  }
  if (const auto format = member_text(body, "recfm")) {
    made.record_format = base::upper(*format);
    if (std::find(record_formats.begin(), record_formats.end(), made.record_format) == record_formats.end())
      return "recfm is not known";
  }
  if (member(body, "lrecl") == nullptr) return {};
  const auto length = member_number(body, "lrecl");
  const long least = host::is_variable_format(made.record_format) ? 5 : made.record_format == "U" ? 0 : 1;
  if (!length || *length < least || *length > longest_record) return "lrecl is not a record length";
  made.record_length = static_cast<int>(*length);
  return {};
}

/// The new data set without its attributes, or with those of the model that the body names.
tl::expected<host::DataSet, http::Response> model_of(Call& call, const base::Json& body, const std::string& name) {
  const auto like = member_text(body, "like");
  if (!like) return host::DataSet{name, "FB", 80, {}, false};
  const auto path = data_set_path(*like);
  if (!path) return tl::unexpected(path.error());
  auto model = host::DataSets(call.lab, call.system.name).find(path->data_set);
  if (!model) return tl::unexpected(not_cataloged(path->data_set));
  model->name = name;
  model->records.clear();
  return *model;
}

}  // namespace

http::Response create_data_set(Call& call) {
  const auto path = data_set_path(call.parts.front());
  if (!path) return path.error();
  const auto body = json_object(call.request.body);
  if (!body || !path->member.empty()) return wrong_request("The body is not a JSON object, or the name has a member");
  auto made = model_of(call, *body, path->data_set);
  if (!made) return made.error();
  if (const std::string wrong = take_attributes(*body, *made); !wrong.empty()) return not_allocated({wrong});
  if (const auto denial = data_set_denial(call, path->data_set, racf::AccessLevel::alter))
    return not_authorized(*denial);
  const auto savepoint = call.lab.outermost_savepoint();
  host::DataSets data_sets(call.lab, call.system.name);
  if (data_sets.find(path->data_set))
    return not_allocated(
        {"IGD17101I DATA SET " + path->data_set + " NOT DEFINED BECAUSE DUPLICATE NAME EXISTS IN CATALOG"});
  data_sets.put(*made);
  if (savepoint) savepoint->keep();
  return {201, {}, {}};
}

}  // namespace ringside::services
