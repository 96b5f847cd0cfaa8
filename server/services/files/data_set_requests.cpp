// server/services/files/data_set_requests.cpp - copy and rename data sets and members.
#include "server/services/files/data_set_requests.hpp"

#include "base/text.hpp"
#include "emulator/host/transfer.hpp"
#include "server/services/files/data_set_access.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

using racf::AccessLevel;

/// The data set or member that "from-dataset" names. `member` of a library as a whole is "*".
tl::expected<DataSetPath, http::Response> source_of(const base::Json& body) {
  const base::Json* from = member(body, "from-dataset");
  const auto name = from != nullptr ? member_text(*from, "dsn") : std::nullopt;
  if (!name) return tl::unexpected(wrong_request("from-dataset with dsn is missing"));
  auto path = data_set_path(*name);
  if (!path) return path;
  if (const auto one = member_text(*from, "member"); one && *one != "*") path->member = base::upper(*one);
  return path;
}

bool replaces(const base::Json& body) {
  const base::Json* value = member(body, "replace");
  const bool* flag = value != nullptr ? std::get_if<bool>(&value->value()) : nullptr;
  return (flag != nullptr && *flag) || base::lower(member_text(body, "replace").value_or("")) == "true";
}

http::Response not_done(const std::string& request, const std::string& why) {
  return file_error(500, {4, 8, 0}, request + " error", {why});
}

http::Response absent(const host::DataSets& data_sets, const DataSetPath& path) {
  return !path.member.empty() && data_sets.find(path.data_set) ? no_member() : not_cataloged(path.data_set);
}

http::Response renamed_entry(Call& call, const DataSetPath& from, DataSetPath to) {
  host::DataSets data_sets(call.lab, call.system.name);
  if (!data_sets.find(from.name())) return absent(data_sets, from);
  if (from.member.empty() != to.member.empty() || (!from.member.empty() && from.data_set != to.data_set))
    return not_done("Rename", "A member stays in its library, and a data set is no member");
  for (const std::string& name : {from.data_set, to.data_set})
    if (const auto denial = data_set_denial(call, name, AccessLevel::alter)) return not_authorized(*denial);
  if (data_sets.find(to.name())) return not_done("Rename", to.name() + " exists already");
  const std::string& system = call.system.name;
  if (const auto copied = host::copy_data_set(call.lab, from.name(), system, system, to.name()); !copied)
    return not_done("Rename", copied.error());
  data_sets.remove(from.name());
  return {200, {}, {}};
}

/// Copies the records; they must fit the format of the target, which it keeps.
http::Response copy_records(Call& call, host::DataSet source, const host::DataSet& format, const std::string& to) {
  if (source.record_format != format.record_format || source.record_length != format.record_length)
    return not_done("Copy", "The record formats or lengths of the two data sets differ");
  source.name = to;
  host::DataSets(call.lab, call.system.name).put(source);
  return {200, {}, {}};
}

http::Response copy_library(Call& call, const DataSetPath& from, const DataSetPath& to) {
  const std::string& system = call.system.name;
  const auto copied = host::copy_data_set(call.lab, from.data_set, system, system, to.data_set);
  return copied ? http::Response{200, {}, {}} : not_done("Copy", copied.error());
}

http::Response copied_entry(Call& call, const DataSetPath& from, const DataSetPath& to, bool replace) {
  const host::DataSets data_sets(call.lab, call.system.name);
  auto source = data_sets.find(from.name());
  if (!source) return absent(data_sets, from);
  const auto target = data_sets.find(to.data_set);
  if (!target) return not_cataloged(to.data_set);
  if (const auto denial = data_set_denial(call, from.data_set, AccessLevel::read)) return not_authorized(*denial);
  if (const auto denial = data_set_denial(call, to.data_set, AccessLevel::update)) return not_authorized(*denial);
  if (source->is_library && target->is_library && to.member.empty()) return copy_library(call, from, to);
  if (source->is_library || target->is_library == to.member.empty())
    return not_done("Copy", "A library is copied to a library, records to a data set or member");
  if (!to.member.empty() && data_sets.find(to.name()) && !replace)
    return not_done("Copy", "Member " + to.member + " exists already, and replace is not true");
  return copy_records(call, std::move(*source), *target, to.name());
}

}  // namespace

http::Response run_data_set_request(Call& call, const DataSetPath& to) {
  const auto body = json_object(call.request.body);
  const std::string request = body ? base::lower(member_text(*body, "request").value_or("")) : std::string{};
  if (request != "rename" && request != "copy")
    return wrong_request("Ringside knows the requests rename and copy of data sets, not " + request);
  const auto from = source_of(*body);
  if (!from) return from.error();
  const auto savepoint = call.lab.outermost_savepoint();
  http::Response response =
      request == "rename" ? renamed_entry(call, *from, to) : copied_entry(call, *from, to, replaces(*body));
  if (savepoint && response.status == 200) savepoint->keep();
  return response;
}

}  // namespace ringside::services
