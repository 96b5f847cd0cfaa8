// harness/expiry/expiry_page.cpp - the report on ending certificates as one HTML file.
#include "harness/expiry/expiry_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/report/document.hpp"
#include "harness/report/parts.hpp"

namespace ringside::harness {
namespace {

using report::cell;
using report::element;
using report::Html;

// Forbids scripts and external content.
constexpr const char* policy = "default-src 'none'; style-src 'unsafe-inline'";

Html status_html(const twin::EndingCertificate& row) {
  if (!row.is_exception) return element("span", {{"class", "badge none"}}, "\u2013 not trusted");
  return element("span", {{"class", "badge refused"}}, row.days < 0 ? "E: ended" : "E: ends");
}

std::string ring_list(const twin::EndingCertificate& row) {
  std::vector<std::string> names;
  for (const twin::EndingOnRing& ring : row.rings) names.push_back(twin::described(ring));
  return names.empty() ? "none" : base::join(names, "; ");
}

Html row_html(const twin::EndingCertificate& row, base::Zone zone, bool with_grade) {
  Html left = twin::time_left(row);
  if (row.days < 0) left = element("strong", "\u2717 " + twin::time_left(row));
  Html cells = cell(status_html(row)) + cell(row.owner) + report::row_head(row.label) +
               cell(element("time", twin::end_date(row.end, zone)), row.days < 0 ? "ended" : "") + cell(row.trust) +
               cell(std::to_string(row.rings.size())) + cell(left, row.days < 0 ? "left ended" : "left") +
               cell(ring_list(row), "long") + cell(row.has_key ? "yes" : "no");
  if (with_grade) cells += cell(row.grade.empty() ? "the lab's own" : row.grade);
  return element("tr", cells + cell(row.subject, "long") + cell(row.issuer, "long")) + "\n";
}

Html table_html(const twin::ExpiryReport& all, std::size_t database) {
  std::vector<const twin::EndingCertificate*> here;
  for (const twin::EndingCertificate& row : all.rows)
    if (row.database == database) here.push_back(&row);
  const std::string& name = all.databases[database];
  if (here.empty()) return element("p", "No certificate ends.");
  const bool with_grade = std::any_of(here.begin(), here.end(), [](const auto* row) { return !row->grade.empty(); });
  Html rows;
  for (const twin::EndingCertificate* row : here) rows += row_html(*row, all.zone, with_grade);
  std::vector<Html> heads = {"S",     "Cert Owner", "Certificate Label", "End Date",   "Trust",
                             "Rings", "Left",       "On rings",          "Private key"};
  if (with_grade) heads.emplace_back("Grade");
  heads.insert(heads.end(), {"Subject", "Issuer"});
  const std::string caption = fmt::format("Certificates Expiring within {} Days: {}", all.period(), name);
  return report::scrolling(caption,
                           element("table", {{"class", "wide"}},
                                   element("caption", caption) + report::head_row(heads) + element("tbody", rows)));
}

Html explanation_html(const twin::ExpiryReport& all) {
  Html text = element("p",
                      "The columns up to Rings, and which certificates are listed and which are exceptions (E), are "
                      "those of IBM's health check RACF_CERTIFICATE_EXPIRATION; the others are Ringside's. A "
                      "certificate that is not trusted is listed, and is no exception.");
  const bool is_twin =
      std::any_of(all.rows.begin(), all.rows.end(), [](const auto& row) { return !row.grade.empty(); });
  if (is_twin)
    text += element("p",
                    "Grade: what a row rests on. real: the site's certificate itself. stand-in: the dates and names of "
                    "the unload, and a key of Ringside's. hollow: only what the unload tells.");
  return text;
}

}  // namespace

std::string expiry_page(const twin::ExpiryReport& all, const std::string& name) {
  const Html meta = report::void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}});
  const Html header = element("h1", "Ringside: certificates that end, " + name) +
                      element("p", fmt::format("from {} to {}", base::listing_time(all.at, all.zone),
                                               base::listing_time(all.until, all.zone))) +
                      element("p", element("strong", twin::expiry_summary(all)));
  Html main;
  for (std::size_t at = 0; at < all.databases.size(); ++at)
    main += report::section(2, fmt::format("database-{}", at + 1), all.databases[at], table_html(all, at));
  main += report::section(2, "reading", "How to read it", explanation_html(all));
  return report::html_file({"Ringside: certificates that end, " + name, meta, header, main, "To the report"});
}

}  // namespace ringside::harness
