// harness/steps/presence_checks.cpp - whether the rings that belong into a trust matrix are in it.
#include "harness/steps/presence_checks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ringside::harness {
namespace {

std::string name_of(const Endpoint& endpoint) {
  return endpoint.system + ":" + racf::to_string(endpoint.ring);
}

}  // namespace

void remember_rings(ScenarioLab& lab, const std::vector<Endpoint>& endpoints, parser::Position where) {
  for (const Endpoint& endpoint : endpoints)
    if (!endpoint.stores) lab.checked_rings()[name_of(endpoint)] = where;
}

void check_presence(ScenarioLab& lab, const std::vector<Endpoint>& endpoints, bool every_system, parser::Position where,
                    Failures& failures) {
  std::vector<Endpoint> present = empty_rings(lab.lab());
  for (const Endpoint& ring : present)
    failures.push_back({"ring " + name_of(ring), "a place in the matrix", "it holds no certificate", where});
  present.insert(present.end(), endpoints.begin(), endpoints.end());
  const auto is_present = [&](const std::string& name) {
    return std::any_of(present.begin(), present.end(), [&](const Endpoint& ring) { return name_of(ring) == name; });
  };
  for (const auto& [name, earlier] : lab.checked_rings())
    if (!is_present(name))
      failures.push_back({"ring " + name,
                          fmt::format("a place in the matrix, as in the check at line {}", earlier.line),
                          "it does not exist any more", where});
  if (!every_system) return;
  for (const database::SystemRecord& system : lab.lab().systems().all()) {
    const bool has_ring = std::any_of(endpoints.begin(), endpoints.end(),
                                      [&](const Endpoint& ring) { return ring.system == system.name; });
    if (system.kind == "zos" && !has_ring)
      failures.push_back({"system " + system.name, "a place in the matrix", "it has no ring with certificates", where});
  }
}

}  // namespace ringside::harness
