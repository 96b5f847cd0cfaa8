// server/services/files/unix_requests.cpp - chmod, chown, move, copy and chtag of a UNIX file.
#include "server/services/files/unix_requests.hpp"

#include <array>

#include "base/text.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/files/unix_access.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

http::Response outcome(const host::FileResult<void>& done, const std::string& path) {
  return done ? http::Response{200, {}, {}} : unix_error(done.error(), path);
}

http::Response change_mode(host::LabFiles& files, const std::string& path, const base::Json& body) {
  const auto mode = mode_bits(member_text(body, "mode").value_or(""));
  if (!mode) return wrong_request("mode is not of the form rwxr-xr-x or 755");
  return outcome(files.set_mode(path, *mode), path);
}

http::Response change_owner(host::LabFiles& files, const std::string& path, const base::Json& body) {
  const std::string owner = base::upper(member_text(body, "owner").value_or(""));
  const std::string group = base::upper(member_text(body, "group").value_or(""));
  if (owner.empty() && group.empty()) return wrong_request("owner or group is missing");
  return outcome(files.set_owner(path, owner, group), path);
}

http::Response move_here(host::LabFiles& files, const std::string& path, const base::Json& body) {
  const auto from = member_text(body, "from");
  if (!from) return wrong_request("from is missing");
  return outcome(files.rename(host::resolve("/", *from), path), *from);
}

http::Response copy_here(host::LabFiles& files, const std::string& path, const base::Json& body) {
  const auto from = member_text(body, "from");
  if (!from) return wrong_request("from is missing");
  const auto content = files.read(host::resolve("/", *from));
  if (!content) return unix_error(content.error(), *from);
  return outcome(files.write(path, *content), path);
}

http::Response tag(host::LabFiles& files, const std::string& path, const base::Json& body) {
  if (const auto status = files.status(path); !status) return unix_error(status.error(), path);
  base::Json lines = base::Json::array();
  if (base::lower(member_text(body, "action").value_or("list")) == "list")
    lines.push_back("- untagged    T=off " + path);
  return json_response(200, {{"stdout", lines}});
}

struct UnixRequest {
  std::string_view name;
  http::Response (*run)(host::LabFiles&, const std::string&, const base::Json&);
};
constexpr std::array unix_requests = {UnixRequest{"chmod", change_mode}, UnixRequest{"chown", change_owner},
                                      UnixRequest{"move", move_here}, UnixRequest{"copy", copy_here},
                                      UnixRequest{"chtag", tag}};

}  // namespace

http::Response run_unix_request(Call& call, const std::string& path) {
  const auto body = json_object(call.request.body);
  const std::string wanted = body ? base::lower(member_text(*body, "request").value_or("")) : std::string{};
  for (const UnixRequest& request : unix_requests) {
    if (request.name != wanted) continue;
    const auto savepoint = call.lab.outermost_savepoint();
    host::LabFiles files = unix_files_of(call);
    http::Response response = request.run(files, path, *body);
    if (savepoint && response.status == 200) savepoint->keep();
    return response;
  }
  return wrong_request("Ringside knows the requests chmod, chown, move, copy and chtag of files, not " + wanted);
}

}  // namespace ringside::services
