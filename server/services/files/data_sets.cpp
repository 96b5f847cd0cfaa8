// server/services/files/data_sets.cpp - read, write and delete data sets and members.
#include "server/services/files/data_sets.hpp"

#include "base/ebcdic.hpp"
#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "server/services/files/data_set_access.hpp"
#include "server/services/files/data_set_list.hpp"
#include "server/services/files/data_set_records.hpp"
#include "server/services/files/data_set_requests.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/record_part.hpp"

namespace ringside::services {
namespace {

/// The data set or member of the path, or why it cannot be used.
tl::expected<host::DataSet, http::Response> found_entry(Call& call, const DataSetPath& path) {
  const host::DataSets data_sets(call.lab, call.system.name);
  auto found = data_sets.find(path.name());
  if (found && !found->is_library) return std::move(*found);
  if (found)
    return tl::unexpected(file_error(500, {4, 8, 0}, "LMOPEN error", {path.data_set + " is a library: name a member"}));
  return tl::unexpected(data_sets.find(path.data_set) ? no_member() : not_cataloged(path.data_set));
}

http::Response content_of(Call& call, const DataSetPath& path) {
  const auto form = transfer_form(call.request);
  if (!form) return wrong_request("Ringside transfers text in IBM-1047, binary and record");
  const auto found = found_entry(call, path);
  if (!found) return found.error();
  if (const auto denial = data_set_denial(call, path.data_set, racf::AccessLevel::read)) return not_authorized(*denial);
  const auto part = record_part(call.request, found->records.size(),
                                [&found](std::size_t at) { return base::from_ebcdic(found->records[at]); });
  if (!part) return wrong_request(part.error());
  auto response =
      content_response(call.request, *form, body_of(*found, *form, part->range), entity_tag(tagged_content(*found)));
  part->tell(response);
  return response;
}

/// The entry that a write replaces, or the format of a new member.
struct Target {
  host::DataSet entry;
  bool is_new = false;
};
tl::expected<Target, http::Response> target_of(Call& call, const DataSetPath& path) {
  const host::DataSets data_sets(call.lab, call.system.name);
  const auto library = data_sets.find(path.data_set);
  if (library && library->is_library && !path.member.empty() && !data_sets.find(path.name()))
    return Target{{path.name(), library->record_format, library->record_length, {}}, true};
  auto found = found_entry(call, path);
  if (!found) return tl::unexpected(found.error());
  return Target{std::move(*found), false};
}

http::Response write_content(Call& call, const DataSetPath& path) {
  const auto form = transfer_form(call.request);
  if (!form) return wrong_request("Ringside transfers text in IBM-1047, binary and record");
  const auto savepoint = call.lab.outermost_savepoint();
  auto target = target_of(call, path);
  if (!target) return target.error();
  if (const auto denial = data_set_denial(call, path.data_set, racf::AccessLevel::update))
    return not_authorized(*denial);
  const auto known = call.request.headers.find("If-Match");
  if (known && (target->is_new || !names_tag(*known, entity_tag(tagged_content(target->entry)))))
    return file_error(412, {4, 8, 0}, "The content has changed since it was read");
  auto taken = records_of(call.request.body, target->entry, *form);
  if (!taken) return wrong_request(taken.error());
  target->entry.records = std::move(taken->records);
  host::DataSets(call.lab, call.system.name).put(target->entry);
  if (savepoint) savepoint->keep();
  if (taken->truncated)
    return file_error(500, {1, 4, 5}, "Truncated",
                      {"EDC5003I Truncation of a record occurred during an I/O operation."});
  return {target->is_new ? 201U : 204U, {{"ETag", entity_tag(tagged_content(target->entry))}}, {}};
}

}  // namespace

http::Response read_data_set(Call& call) {
  constexpr std::string_view members = "/member";
  std::string text = call.parts.front();
  const bool lists_members = text.ends_with(members);
  if (lists_members) text.resize(text.size() - members.size());
  const auto path = data_set_path(text);
  if (!path) return path.error();
  return lists_members ? list_members(call, *path) : content_of(call, *path);
}

http::Response write_data_set(Call& call) {
  const auto path = data_set_path(call.parts.front());
  if (!path) return path.error();
  const std::string type = base::lower(call.request.headers.find("Content-Type").value_or(""));
  return type.starts_with("application/json") ? run_data_set_request(call, *path) : write_content(call, *path);
}

http::Response delete_data_set(Call& call) {
  const auto path = data_set_path(call.parts.front());
  if (!path) return path.error();
  const auto savepoint = call.lab.outermost_savepoint();
  host::DataSets data_sets(call.lab, call.system.name);
  if (!data_sets.find(path->data_set)) return not_cataloged(path->data_set);
  const auto needed = path->member.empty() ? racf::AccessLevel::alter : racf::AccessLevel::update;
  if (const auto denial = data_set_denial(call, path->data_set, needed)) return not_authorized(*denial);
  if (!data_sets.remove(path->name())) return no_member();
  if (savepoint) savepoint->keep();
  return {204, {}, {}};
}

}  // namespace ringside::services
