// server/page/systems_part.cpp - the part of the page about systems: ports, rings, and what a ring lacks.
#include "server/page/systems_part.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "harness/report/parts.hpp"

namespace ringside::page {
namespace {

namespace report = harness::report;
using report::Html;

const ServedSystem* served_of(const PageFacts& facts, const std::string& system) {
  const auto found = std::find_if(facts.served.begin(), facts.served.end(),
                                  [&](const ServedSystem& each) { return each.name == system; });
  return found == facts.served.end() ? nullptr : &*found;
}

std::string trouble_id(const std::string& system) {
  return "trouble-" + system;
}

Html state_cell(const ServedSystem* served) {
  if (served == nullptr) return report::cell("not served here", "none");
  if (served->trouble.empty()) return report::cell(report::shown_only("\u2713 ") + Html("serves"), "holds");
  return report::cell(report::element("a", {{"href", "#" + trouble_id(served->name)}},
                                      report::shown_only("\u2717 ") + Html("its ring cannot be used")),
                      "refused");
}

Html system_row(const database::SystemRecord& system, const ServedSystem* served) {
  return report::element("tr", report::row_head(system.name) + report::cell(system.kind) +
                                   report::cell(system.sysplex) + report::cell(system.database) +
                                   report::cell(served == nullptr ? "" : std::to_string(served->port)) +
                                   report::cell(served == nullptr ? "" : racf::to_string(served->ring)) +
                                   state_cell(served)) +
         "\n";
}

}  // namespace

Html trouble_html(const ServedSystem& served, int level) {
  const std::string heading =
      fmt::format("{}: the server cannot use ring {}", served.name, racf::to_string(served.ring));
  const Html repair = served.commands.empty() ? report::element("p", "No command is known that mends it.")
                                              : report::element("p", "Repair:") + report::preformatted(served.commands);
  return report::section(level, trouble_id(served.name), heading, report::element("p", served.trouble) + repair, "bad");
}

Html systems_html(lab::Lab& lab, const PageFacts& facts) {
  Html rows, troubles;
  for (const database::SystemRecord& system : lab.systems().all()) {
    const ServedSystem* served = served_of(facts, system.name);
    rows += system_row(system, served);
    if (served != nullptr && !served->trouble.empty()) troubles += trouble_html(*served, 3);
  }
  const Html head = report::head_row({"System", "Kind", "Sysplex", "Database", "HTTPS port", "Ring", "State"});
  return report::scrolling("Systems of this lab", report::element("table", {{"class", "systems"}},
                                                                  report::element("caption", "Systems of this lab") +
                                                                      head + report::element("tbody", rows))) +
         troubles;
}

}  // namespace ringside::page
