// server/services/files/unix_files.cpp - list, read, write, make and delete UNIX files.
#include "server/services/files/unix_files.hpp"

#include "base/text.hpp"
#include "server/services/files/data_set_list.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/files/transfer_form.hpp"
#include "server/services/files/unix_access.hpp"
#include "server/services/files/unix_requests.hpp"
#include "server/services/files/unix_search.hpp"
#include "server/services/json_body.hpp"
#include "server/services/record_part.hpp"

namespace ringside::services {
namespace {

/// A directory's entries begin with itself and the one above.
http::Response list_directory(Call& call, const host::LabFiles& files, const std::string& path) {
  auto names = files.list(path);
  if (!names) return unix_error(names.error(), path);
  names->insert(names->begin(), {".", ".."});
  const std::size_t most = most_items(call.request);
  base::Json items = base::Json::array();
  std::size_t returned = 0;
  for (const std::string& name : *names) {
    const auto status = files.status(host::resolve(path, name));
    if (!status || returned == most) continue;
    items.push_back(unix_item(call, name, *status));
    ++returned;
  }
  return json_response(200, list_document(std::move(items), returned, names->size()));
}

/// The lines of a text that a range or a search asks for; the text as it is if neither does.
tl::expected<std::string, std::string> asked_lines(const http::Request& request, const std::string& text) {
  const std::vector<std::string> lines = base::lines(text);
  const auto part = record_part(request, lines.size(), [&lines](std::size_t at) { return lines[at]; });
  if (!part) return tl::unexpected(part.error());
  if (!part->is_asked) return text;
  std::string body;
  for (std::size_t at = part->range.first; at < part->range.first + part->range.count; ++at) body += lines[at] + "\n";
  return body;
}

http::Response write_unix_content(Call& call, const std::string& path) {
  const auto savepoint = call.lab.outermost_savepoint();
  host::LabFiles files = unix_files_of(call);
  const auto before = files.status(path);
  if (const auto known = call.request.headers.find("If-Match")) {
    const auto content = files.read(path);
    if (!content || !names_tag(*known, entity_tag(*content)))
      return file_error(412, {1, 8, 0}, "The content has changed since it was read");
  }
  const base::Bytes content = base::to_bytes(call.request.body);
  if (const auto written = files.write(path, content); !written) return unix_error(written.error(), path);
  if (savepoint) savepoint->keep();
  return {before ? 204U : 201U, {{"ETag", entity_tag(content)}}, {}};
}

host::FileResult<void> remove_all(host::LabFiles& files, const std::string& path) {
  if (const auto names = files.list(path))
    for (const std::string& name : *names)
      if (auto removed = remove_all(files, host::resolve(path, name)); !removed) return removed;
  return files.remove(path);
}

}  // namespace

http::Response list_unix_files(Call& call) {
  const std::string given = call.request.query_value("path").value_or("");
  if (!given.starts_with('/')) return wrong_request("Missing query parameter path, an absolute path");
  const std::string path = host::resolve("/", given);
  const host::LabFiles files = unix_files_of(call);
  const auto status = files.status(path);
  if (!status) return unix_error(status.error(), path);
  if (status->directory)
    return is_unix_search(call.request) ? search_unix_files(call, files, path) : list_directory(call, files, path);
  return json_response(200, list_document(base::Json::array({unix_item(call, host::name_of(path), *status)}), 1, 1));
}

http::Response read_unix_file(Call& call) {
  const std::string path = unix_path(call);
  TransferForm form;
  const std::string type = base::lower(call.request.headers.find("X-IBM-Data-Type").value_or("text"));
  if (type.starts_with("binary")) form.type = TransferForm::Type::binary;
  const auto content = unix_files_of(call).read(path);
  if (!content) return unix_error(content.error(), path);
  const std::string text = base::to_text(*content);
  const auto body = asked_lines(call.request, text);
  if (!body) return wrong_request(body.error());
  return content_response(call.request, form, *body, entity_tag(*content));
}

http::Response create_unix_file(Call& call) {
  const std::string path = unix_path(call);
  const auto body = json_object(call.request.body);
  const std::string type = body ? base::lower(member_text(*body, "type").value_or("")) : std::string{};
  const bool is_directory = type == "directory" || type == "mkdir";
  if (!is_directory && type != "file" && type != "mkfile") return wrong_request("type is not file or directory");
  const auto mode = mode_bits(member_text(*body, "mode").value_or(is_directory ? "rwxr-xr-x" : "rw-r--r--"));
  if (!mode) return wrong_request("mode is not of the form rwxr-xr-x");
  const auto savepoint = call.lab.outermost_savepoint();
  host::LabFiles files = unix_files_of(call);
  if (files.status(path)) return unix_error(host::FileError::exists, path);
  const auto made = is_directory ? files.make_directory(path, *mode) : files.write(path, {}, *mode);
  if (!made) return unix_error(made.error(), path);
  if (savepoint) savepoint->keep();
  return {201, {}, {}};
}

http::Response write_unix_file(Call& call) {
  const std::string type = base::lower(call.request.headers.find("Content-Type").value_or(""));
  const std::string path = unix_path(call);
  return type.starts_with("application/json") ? run_unix_request(call, path) : write_unix_content(call, path);
}

http::Response delete_unix_file(Call& call) {
  const std::string path = unix_path(call);
  const auto savepoint = call.lab.outermost_savepoint();
  host::LabFiles files = unix_files_of(call);
  const bool recursive = base::lower(call.request.headers.find("X-IBM-Option").value_or("")) == "recursive";
  const auto removed = recursive ? remove_all(files, path) : files.remove(path);
  if (!removed) return unix_error(removed.error(), path);
  if (savepoint) savepoint->keep();
  return {204, {}, {}};
}

}  // namespace ringside::services
