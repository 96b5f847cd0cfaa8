// server/page/page_content.cpp - what stands on the page of a server: a lab at one moment.
#include "server/page/page_content.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/digest.hpp"
#include "harness/report/document.hpp"
#include "harness/report/parts.hpp"
#include "harness/report/rings.hpp"
#include "harness/report/timeline.hpp"
#include "harness/report/trust_part.hpp"
#include "server/page/jobs_part.hpp"
#include "server/page/live_script.hpp"
#include "server/page/page_limits.hpp"
#include "server/page/systems_part.hpp"
#include "server/page/users_part.hpp"

namespace ringside::page {
namespace {

namespace report = harness::report;
using report::Html;

constexpr int chapter = 2;  // level of the headings

Html paragraph_section(const std::string& id, const Html& heading, const std::string& text) {
  return report::section(chapter, id, heading, report::element("p", text));
}

Html dates_and_rings(const harness::LabView& view) {
  return report::section(chapter, "lab-timeline", "When certificates end", report::timeline_html(view)) +
         report::section(chapter, "lab-rings", "Rings", report::rings_html(view));
}

/// The repairs as the doctor tries them, unless there are so many that it would take long.
report::Cures repairs_of(lab::Lab& trial, const report::LinkPage& page) {
  return page.refused() > most_repairs ? report::Cures{} : report::cures_of(trial, page.report);
}

Html note_on_repairs(const report::LinkPage& page) {
  if (page.refused() <= most_repairs) return {};
  return report::element(
      "p", fmt::format("More than {} links are refused: 'ringside doctor' names the repairs.", most_repairs));
}

Html links_and_inventory(lab::Lab& trial, const harness::LabView& view, const PageFacts& facts) {
  auto endpoints = harness::all_endpoints(trial);
  if (endpoints.size() > most_rings)
    return paragraph_section("lab-trust", "Links",
                             fmt::format("{} rings are more than this page checks: 'ringside trust' checks them.",
                                         endpoints.size())) +
           report::inventory_html(view, nullptr, "lab", chapter);
  harness::TrustOptions options;
  options.at = view.at;
  options.lab_file = facts.lab_file;
  const auto trust = harness::check_trust(trial, std::move(endpoints), options);
  if (!trust)
    return paragraph_section("lab-trust", "Links", trust.error()) +
           report::inventory_html(view, nullptr, "lab", chapter);
  report::LinkPage page(*trust, "lab-check", "this lab");
  page.cures = repairs_of(trial, page);
  return report::section(chapter, "lab-trust", report::headline(page),
                         note_on_repairs(page) + report::glance_html(page), "trust") +
         report::explanations_html(page, chapter) + report::inventory_html(view, &*trust, "lab", chapter);
}

Html quick_parts(const harness::LabView& view) {
  return paragraph_section(
             "lab-trust", "Links",
             "Links, repairs and pictures are being worked out. The page shows them when they are ready.") +
         dates_and_rings(view);
}

Html main_of(lab::Lab& lab, const harness::LabView& view, const PageFacts& facts, Depth depth) {
  return report::section(chapter, "systems", "Systems", systems_html(lab, facts)) +
         (depth == Depth::whole ? links_and_inventory(lab, view, facts) : quick_parts(view)) +
         report::section(chapter, "jobs", "Jobs and spool", jobs_html(lab)) +
         report::section(chapter, "users", "Users", users_html(lab));
}

/// The moment, and what the script says. Without a script the reader is told how to see changes.
Html header_of(const PageFacts& facts, const std::string& moment, const std::string& etag) {
  return report::element("h1", "Ringside: " + facts.lab_name) +
         report::element("p", {{"id", "moment"}, {"data-etag", etag}}, "as of " + moment) +
         report::element("p", {{"id", "live-status"}, {"role", "status"}}, {}) +
         report::element("button", {{"id", "live-pause"}, {"type", "button"}, {"hidden", ""}}, "Pause") +
         report::element("noscript", report::element("p", "Reload the page to see changes."));
}

}  // namespace

Page make_page(lab::Lab& lab, const PageFacts& facts, Depth depth) {
  const harness::LabView view = harness::view_of(lab);
  const std::string moment = base::listing_time(view.at, view.zone);
  const Html main = main_of(lab, view, facts, depth);
  const std::string timeless = base::replace_all(facts.lab_name + main.markup(), moment, "");
  const std::string etag = "\"" + base::hex(crypto::sha256(base::to_bytes(timeless))) + "\"";
  const Html no_icon = report::void_element("link", {{"rel", "icon"}, {"href", "data:,"}});
  return {report::html_file({"Ringside: " + facts.lab_name, no_icon, header_of(facts, moment, etag), main, "To the lab",
                             report::element("script", Html::trusted(live_script))}),
          etag};
}

}  // namespace ringside::page
