// harness/report/page.cpp - whole reports as one HTML file.
#include "harness/report/page.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/play/differences.hpp"
#include "harness/play/report_text.hpp"
#include "harness/report/document.hpp"
#include "harness/report/parts.hpp"
#include "harness/report/steps.hpp"
#include "harness/report/trust_part.hpp"

namespace ringside::harness::report {
namespace {

// Forbids scripts and external content, so that a certificate's name cannot inject them.
constexpr const char* policy = "default-src 'none'; style-src 'unsafe-inline'";

std::string document(const std::string& title, const Html& header, const Html& main) {
  const Html meta = void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}});
  return html_file({title, meta, header, main, "To the report"});
}

std::string badge_class(Outcome outcome) {
  if (outcome == Outcome::passed) return "badge holds";
  return outcome == Outcome::skipped ? "badge none" : "badge refused";
}

Html badge(Outcome outcome) {
  const char* sign = outcome == Outcome::passed ? "\u2713 " : outcome == Outcome::skipped ? "\u2013 " : "\u2717 ";
  return element("span", {{"class", badge_class(outcome)}}, shown_only(sign) + Html(to_string(outcome)));
}

const StepReport* last_check(const ScenarioReport& report) {
  const StepReport* last = nullptr;
  for (const StepReport& step : report.steps)
    if (step.trust) last = &step;
  return last;
}

std::string name_of(const ScenarioReport& report) {
  return report.name.empty() ? report.file : report.name;
}

// Shows the first sentence; a long rest is folded.
Html about(const std::string& text) {
  constexpr std::size_t most_shown = 160;
  const std::size_t stop = text.find(". ");
  if (text.size() <= most_shown || stop == std::string::npos)
    return text.empty() ? Html{} : element("p", {{"class", "about"}}, text);
  return element("details", {{"class", "about"}},
                 element("summary", text.substr(0, stop + 1)) + element("p", text.substr(stop + 2)));
}

Html particulars(const ScenarioReport& report) {
  Html text = element("code", report.file);
  if (!report.steps.empty())
    text += fmt::format(" \u00B7 {}, ending {}", counted(report.steps.size(), "step"),
                        base::listing_time(report.steps.back().at, {}));
  if (!report.tags.empty()) text += " \u00B7 " + base::join(report.tags, ", ");
  Html paragraphs = element("p", {{"class", "meta"}}, text);
  paragraphs += about(report.about);
  if (const std::string line = differences_line(report); !line.empty())
    paragraphs += element("p", element("strong", line) + " (see the steps below)");
  if (!report.skip.empty()) paragraphs += element("p", "Left out: " + report.skip);
  return paragraphs;
}

// Why the scenario did not play to its end: mistakes in the file, a time limit, a fault of Ringside.
Html stopped(const ScenarioReport& report) {
  if (report.mistakes.empty() && !report.interruption) return {};
  return element("div", {{"class", "bad"}}, preformatted(verdict_lines(report)));
}

Html link_count(const StepReport* check) {
  if (check == nullptr) return {};
  const std::size_t refused = LinkPage(*check->trust, {}, {}).refused();
  return refused == 0 ? Html("every link holds") : counted(refused, "refused link");
}

Html entry_of(const ScenarioReport& report, const std::string& id) {
  const std::size_t failures = report.failures();
  const Html failed =
      failures == 0 ? Html(differences_line(report)) : element("strong", counted(failures, "failed expectation"));
  return element("tr", cell(badge(report.outcome())) + row_head(element("a", {{"href", "#" + id}}, name_of(report))) +
                           cell(failed) + cell(link_count(last_check(report))) + cell(element("code", report.file))) +
         "\n";
}

Html trust_html(const StepReport& check, const Cures& cures, const std::string& id) {
  LinkPage page(*check.trust, check_id(id, check), check_name(check));
  page.cures = cures;
  const Html heading = headline(page) + Html(" ") + element("span", {{"class", "count"}}, title_of(check));
  return section(3, id + "-trust", heading, glance_html(page), "trust") + explanations_html(page, 3);
}

}  // namespace

Chapter chapter_of(const ScenarioReport& report, const Findings& findings, std::size_t number) {
  const std::string id = "s" + std::to_string(number);
  const StepReport* check = last_check(report);
  Html text = particulars(report) + stopped(report) + failures_html(report, id, 3);
  if (check != nullptr) text += trust_html(*check, findings.cures, id);
  if (findings.view) text += inventory_html(*findings.view, check != nullptr ? &*check->trust : nullptr, id, 3);
  if (!report.steps.empty()) text += steps_html(report, check, id, 3);
  const Html heading = badge(report.outcome()) + " " + name_of(report);
  return {entry_of(report, id).markup(), section(2, id, heading, text, "chapter").markup()};
}

std::string scenarios_page(const std::vector<Chapter>& chapters, const std::string& summary) {
  Html entries, bodies;
  for (const Chapter& chapter : chapters) {
    entries += Html::trusted(chapter.entry);
    bodies += Html::trusted(chapter.body);
  }
  Html contents;
  if (chapters.size() > 1)
    contents =
        element("nav", {{"aria-label", "Scenarios"}},
                scrolling("Scenarios of this report",
                          element("table", element("caption", "Scenarios") +
                                               head_row({"Verdict", "Scenario", "Expectations", "Links", "File"}) +
                                               element("tbody", entries))));
  return document("Ringside: " + summary, element("h1", "Ringside: scenarios") + element("p", summary),
                  contents + bodies);
}

std::string lab_page(const LabView& view, const TrustReport& trust, const Cures& cures, const std::string& name) {
  LinkPage page(trust, "lab-check", "this lab");
  page.cures = cures;
  const std::string when = base::listing_time(view.at, view.zone);
  return document("Ringside: " + name, element("h1", "Ringside: " + name) + element("p", "as of " + when),
                  section(2, "lab-trust", headline(page), glance_html(page), "trust") + explanations_html(page, 2) +
                      inventory_html(view, &trust, "lab", 2));
}

}  // namespace ringside::harness::report
