// harness/trust/endpoint.cpp - a server for the trust matrix.
#include "harness/trust/endpoint.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::harness {
namespace {

std::vector<Endpoint> rings(lab::Lab& lab, bool with_members) {
  std::vector<Endpoint> endpoints;
  for (const database::SystemRecord& system : lab.systems().all()) {
    auto database = lab.database_of(system);
    for (const database::Ring& ring : database.rings.by_owner(""))
      if (database.rings.members(ring.id).empty() != with_members)
        endpoints.push_back({{}, system.name, {ring.owner, ring.name}, std::nullopt, {}});
  }
  return endpoints;
}

}  // namespace

tl::expected<Endpoint, std::string> parse_endpoint(const std::string& text, const std::string& default_system) {
  // Only a ring name may contain a colon, so the separator is a colon before the slash.
  const std::size_t slash = text.find('/');
  const std::size_t colon = text.find(':');
  const bool has_system = colon != std::string::npos && colon < slash;
  Endpoint endpoint;
  endpoint.system = has_system ? base::upper(base::trim(text.substr(0, colon))) : default_system;
  const auto ring = racf::ring_name(has_system ? text.substr(colon + 1) : text);
  if (!ring || endpoint.system.empty())
    return tl::make_unexpected(fmt::format("'{}' is not of the form SYSTEM:OWNER/RING", text));
  endpoint.ring = *ring;
  return endpoint;
}

std::string full_name(const Endpoint& endpoint) {
  const std::string place =
      endpoint.system + ":" + (endpoint.stores ? endpoint.stores->key_store : racf::to_string(endpoint.ring));
  return endpoint.label ? fmt::format("{}({})", place, *endpoint.label) : place;
}

std::vector<Endpoint> all_endpoints(lab::Lab& lab) {
  return rings(lab, true);
}

std::vector<Endpoint> empty_rings(lab::Lab& lab) {
  return rings(lab, false);
}

void name_endpoints(std::vector<Endpoint>& endpoints) {
  for (Endpoint& endpoint : endpoints) {
    if (!endpoint.name.empty()) continue;
    const auto on_this_system = std::count_if(endpoints.begin(), endpoints.end(), [&](const Endpoint& other) {
      return other.system == endpoint.system || other.name == endpoint.system;
    });
    endpoint.name = on_this_system == 1 ? endpoint.system : full_name(endpoint);
  }
}

}  // namespace ringside::harness
