// server/services/routes.cpp - all services by method and path.
#include "server/services/routes.hpp"

#include <algorithm>
#include <array>
#include <exception>

#include "base/text.hpp"
#include "server/services/authenticate.hpp"
#include "server/services/console/console.hpp"
#include "server/services/files/ams.hpp"
#include "server/services/files/data_set_create.hpp"
#include "server/services/files/data_set_list.hpp"
#include "server/services/files/data_sets.hpp"
#include "server/services/files/unix_files.hpp"
#include "server/services/info.hpp"
#include "server/services/jobs/job_changes.hpp"
#include "server/services/jobs/job_submission.hpp"
#include "server/services/jobs/jobs.hpp"
#include "server/services/topology.hpp"
#include "server/services/tso/tso.hpp"
#include "server/services/workflows/workflow_creation.hpp"
#include "server/services/workflows/workflow_start.hpp"
#include "server/services/workflows/workflows.hpp"

namespace ringside::services {
namespace {

constexpr std::array table = {
    Route{"GET", "/zosmf/info", info},
    Route{"POST", "/zosmf/services/authenticate", log_on},
    Route{"DELETE", "/zosmf/services/authenticate", log_off},
    Route{"PUT", "/zosmf/services/authenticate", change_password},
    Route{"GET", "/zosmf/resttopology/systems", list_systems},
    Route{"GET", "/zosmf/resttopology/systems/sysplexName/*", list_systems},
    Route{"GET", "/zosmf/resttopology/systems/groupName/*", list_systems},
    Route{"GET", "/zosmf/resttopology/systems/cpcName/*", list_systems},
    Route{"GET", "/zosmf/resttopology/sysplexes", list_sysplexes},
    Route{"GET", "/zosmf/resttopology/groups", list_groups},
    Route{"GET", "/zosmf/restjobs/jobs", list_jobs},
    Route{"PUT", "/zosmf/restjobs/jobs", submit_job},
    Route{"GET", "/zosmf/restjobs/jobs/**", read_job},
    Route{"PUT", "/zosmf/restjobs/jobs/**", change_job},
    Route{"DELETE", "/zosmf/restjobs/jobs/**", purge_job},
    Route{"PUT", "/zosmf/tsoApp/v1/tso", issue_tso_command},
    Route{"POST", "/zosmf/tsoApp/tso", start_address_space},
    Route{"PUT", "/zosmf/tsoApp/tso/ping/*", ping_address_space},
    Route{"PUT", "/zosmf/tsoApp/tso/*", send_to_address_space},
    Route{"GET", "/zosmf/tsoApp/tso/*", receive_from_address_space},
    Route{"DELETE", "/zosmf/tsoApp/tso/*", stop_address_space},
    Route{"GET", "/zosmf/restfiles/ds", list_data_sets},
    Route{"GET", "/zosmf/restfiles/ds/**", read_data_set},
    Route{"POST", "/zosmf/restfiles/ds/**", create_data_set},
    Route{"PUT", "/zosmf/restfiles/ds/**", write_data_set},
    Route{"DELETE", "/zosmf/restfiles/ds/**", delete_data_set},
    Route{"PUT", "/zosmf/restfiles/ams", run_access_method_services},
    Route{"GET", "/zosmf/restfiles/fs", list_unix_files},
    Route{"GET", "/zosmf/restfiles/fs/**", read_unix_file},
    Route{"POST", "/zosmf/restfiles/fs/**", create_unix_file},
    Route{"PUT", "/zosmf/restfiles/fs/**", write_unix_file},
    Route{"DELETE", "/zosmf/restfiles/fs/**", delete_unix_file},
    Route{"PUT", "/zosmf/restconsoles/consoles/*", issue_console_command},
    Route{"GET", "/zosmf/restconsoles/consoles/*/solmsgs/*", collect_console_messages},
    Route{"POST", "/zosmf/workflow/rest/1.0/workflows", create_workflow},
    Route{"GET", "/zosmf/workflow/rest/1.0/workflows", list_workflows},
    Route{"GET", "/zosmf/workflow/rest/1.0/workflows/*", read_workflow},
    Route{"PUT", "/zosmf/workflow/rest/1.0/workflows/*/operations/start", start_workflow},
    Route{"PUT", "/zosmf/workflow/rest/1.0/workflows/*/operations/cancel", cancel_workflow},
    Route{"DELETE", "/zosmf/workflow/rest/1.0/workflows/*", delete_workflow},
    Route{"GET", "/zosmf/workflow/rest/1.0/workflowDefinition", read_workflow_definition},
};

http::Response guarded(Service service, Call& call) {
  try {
    return service(call);
  } catch (const std::exception& e) {
    return own_error(base::OwnMessage::rsd503e, {base::printable(e.what())});
  }
}

}  // namespace

std::span<const Route> routes() {
  return table;
}

std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
  const auto wanted = base::split(pattern, '/');
  const auto given = base::split(path, '/');
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    if (wanted[at] == "**") {
      const auto rest = given.begin() + static_cast<std::ptrdiff_t>(std::min(at, given.size()));
      parts.push_back(base::join({rest, given.end()}, "/"));
      return parts;
    }
    if (at >= given.size()) return std::nullopt;
    if (wanted[at] == "*" && !given[at].empty())
      parts.push_back(given[at]);
    else if (wanted[at] != given[at])
      return std::nullopt;
  }
  return given.size() == wanted.size() ? std::optional(parts) : std::nullopt;
}

http::Response answer(Call& call) {
  bool has_path = false;
  for (const Route& route : table) {
    const auto parts = match(route.pattern, call.request.path);
    if (!parts) continue;
    has_path = true;
    if (route.method != call.request.method) continue;
    call.parts = *parts;
    return guarded(route.service, call);
  }
  const std::string path = base::printable(call.request.path);
  if (has_path) return own_error(base::OwnMessage::rsd502e, {path, base::printable(call.request.method)});
  return own_error(base::OwnMessage::rsd501e, {path});
}

}  // namespace ringside::services
