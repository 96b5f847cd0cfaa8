// server/page/jobs_part.cpp - the part of the page about jobs and their spool.
#include "server/page/jobs_part.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/time.hpp"
#include "harness/report/parts.hpp"
#include "server/page/page_limits.hpp"

namespace ringside::page {
namespace {

namespace report = harness::report;
using report::Html;

std::string state_of(const database::JobRecord& job) {
  if (job.ended) return job.return_code;
  return job.held ? "held" : "waits";
}

Html spool_html(lab::Lab& lab, const database::JobRecord& job) {
  const auto files = lab.spool_files().of(job.system, job.id);
  Html items;
  for (const database::SpoolRecord& file : files)
    items += report::element("li", fmt::format("{} {} {}: {}", file.number, file.step, file.dd,
                                               report::counted(static_cast<std::size_t>(file.records), "record")));
  if (items.empty()) return "none";
  return report::folded(report::counted(files.size(), "file") + " of " + job.id,
                        report::element("ul", {{"class", "spool"}}, items));
}

Html job_row(lab::Lab& lab, const database::JobRecord& job) {
  return report::element("tr", report::row_head(job.id) + report::cell(job.name) + report::cell(job.owner) +
                                   report::cell(state_of(job)) +
                                   report::cell(base::listing_time(job.submitted, lab.zone())) +
                                   report::cell(spool_html(lab, job))) +
         "\n";
}

Html jobs_of(lab::Lab& lab, const std::string& system) {
  const auto jobs = lab.jobs().of(system);
  if (jobs.empty()) return {};
  const std::size_t shown = std::min(jobs.size(), most_jobs);
  Html rows;
  for (std::size_t at = 0; at < shown; ++at) rows += job_row(lab, jobs[at]);
  const std::string name = "Jobs of " + system;
  Html text = report::scrolling(
      name, report::element("table", report::element("caption", name) +
                                         report::head_row({"Job", "Name", "Owner", "State", "Submitted", "Spool"}) +
                                         report::element("tbody", rows)));
  if (shown < jobs.size())
    text += report::element("p", fmt::format("{} older ones are not shown.", jobs.size() - shown));
  return text;
}

}  // namespace

Html jobs_html(lab::Lab& lab) {
  Html text;
  for (const database::SystemRecord& system : lab.systems().all()) text += jobs_of(lab, system.name);
  if (text.empty()) return report::element("p", "There are no jobs.");
  return text + report::element("p", Html("The text of a spool file: ") +
                                         report::element("code", "zowe zos-jobs view spool-file-by-id JOB00001 2"));
}

}  // namespace ringside::page
