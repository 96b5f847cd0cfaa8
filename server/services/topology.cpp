// server/services/topology.cpp - the z/OS systems of the lab, as z/OSMF's Systems task defines them.
#include "server/services/topology.hpp"

#include <functional>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"

namespace ringside::services {
namespace {

const char* release_of(lab::RacfLevel level) {
  if (level == lab::RacfLevel::v2r5) return "z/OS V2R5";
  return level == lab::RacfLevel::v3r1 ? "z/OS V3R1" : "z/OS V3R2";
}

/// A host name and the port; the host is the one by which the client has reached this instance.
std::string url_of(const Call& call, const std::string& system) {
  const auto port = call.state.port_of(system);
  if (!port) return "";
  const std::size_t colon = call.base_url.rfind(':');
  const std::string host = call.base_url.substr(0, colon > std::string("https:").size() ? colon : std::string::npos);
  return fmt::format("{}:{}/zosmf/", host.empty() ? "https://localhost" : host, *port);
}

base::Json system_item(const Call& call, const database::SystemRecord& system) {
  return {{"systemNickName", system.name},
          {"systemName", system.name},
          {"sysplexName", system.sysplex},
          {"groupNames", ""},
          {"url", url_of(call, system.name)},
          {"zosVR", release_of(call.lab.rules().level)},
          {"jesMemberName", system.name},
          {"jesType", "JES2"},
          {"cpcName", ""},
          {"cpcSerial", ""},
          {"httpProxyName", "No Proxy"},
          {"ftpDestinationName", ""}};
}

http::Response items_response(std::vector<base::Json> items) {
  const auto count = static_cast<std::int64_t>(items.size());
  return json_response(200, {{"items", items}, {"numRows", count}});
}

/// Whether the path asks for this system: by its sysplex, or for all. The systems of a lab are in no group and no CPC.
bool is_asked_for(const Call& call, const database::SystemRecord& system) {
  if (call.parts.empty()) return true;
  return call.request.path.find("/sysplexName/") != std::string::npos &&
         base::upper(call.parts.front()) == base::upper(system.sysplex);
}

/// The resource whose readers see z/OSMF's Systems task (z/OSMF Configuration Guide, "Resource authorizations").
constexpr const char* systems_view = "IZUDFLT.ZOSMF.SETTINGS.SYSTEMS.VIEW";

/// Why the caller may not see the systems; nullopt if it may.
std::optional<http::Response> denial(Call& call) {
  racf::Session session(call.lab, call.system, call.user);
  racf::Context context(session);
  if (racf::may_use(context, call.user, {"ZMFAPLA", systems_view, racf::AccessLevel::read})) return std::nullopt;
  return own_error(base::OwnMessage::rsd515e, {call.user, "READ", systems_view, "ZMFAPLA"});
}

}  // namespace

http::Response list_systems(Call& call) {
  if (auto denied = denial(call)) return *std::move(denied);
  std::vector<base::Json> items;
  for (const auto& system : call.lab.systems().all())
    if (system.kind == "zos" && is_asked_for(call, system)) items.push_back(system_item(call, system));
  return items_response(std::move(items));
}

http::Response list_sysplexes(Call& call) {
  if (auto denied = denial(call)) return *std::move(denied);
  std::map<std::string, std::vector<std::string>> members;
  for (const auto& system : call.lab.systems().all())
    if (system.kind == "zos") members[system.sysplex].push_back(system.name);
  std::vector<base::Json> items;
  for (const auto& [name, systems] : members)
    items.push_back({{"sysplexName", name}, {"systemNickNames", base::join(systems, ",")}});
  return items_response(std::move(items));
}

http::Response list_groups(Call& call) {
  if (auto denied = denial(call)) return *std::move(denied);
  return items_response({});
}

}  // namespace ringside::services
