// harness/steps/refusal_causes.cpp - the refused links of a trust check by their causes.
#include "harness/steps/refusal_causes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "harness/doctor/doctor.hpp"
#include "harness/play/transcript.hpp"
#include "harness/trust/trust_text.hpp"

namespace ringside::harness {
namespace {

std::string arrow(const TrustReport& report, const Link& link) {
  return fmt::format("{} -> {}", report.endpoints[link.client].name, report.endpoints[link.server].name);
}

/// Which versions refuse the link, if not all do.
std::string versions_text(const TrustReport& report, const Link& link) {
  std::string versions;
  std::size_t refused = 0;
  for (const crypto::TlsVersion version : report.options.versions) {
    const Link* other = report.find(link.client, link.server, version);
    if (!other || other->trusted) continue;
    ++refused;
    versions += (versions.empty() ? " under " : " and ") + to_string(version);
  }
  return refused == report.options.versions.size() && refused > 1 ? "" : versions;
}

Lines mending(const Complaint& complaint) {
  Lines lines;
  for (const Plan& plan : complaint.plans) {
    if (&plan != &complaint.plans.front()) lines.emplace_back("or:");
    for (const Remedy& remedy : plan.remedies) {
      lines.push_back("to " + remedy.what + ":");
      append(lines, lines_by_system(remedy, ""), "  ");
    }
    lines.push_back(plan.holds ? "tried: afterwards the link holds" : "not all could be tried: " + plan.trouble);
  }
  lines.insert(lines.end(), complaint.advice.begin(), complaint.advice.end());
  if (lines.empty()) lines.emplace_back("there is no known command that repairs it");
  return lines;
}

bool same_cause(const Complaint& one, const Complaint& other) {
  return one.plans.empty() && other.plans.empty() && one.link.reason == other.link.reason &&
         one.link.explanation == other.link.explanation;
}

}  // namespace

void check_all_trusted(lab::Lab& lab, const TrustReport& report, Failures& failures) {
  if (report.links.empty()) failures.push_back({"trust check", "links that are trusted", no_link, {}});
  if (report.refused() == 0) return;
  const auto diagnosis = diagnose(lab, report.endpoints, report.options);
  if (!diagnosis) return failures.push_back({"trust check", "links that are trusted", diagnosis.error(), {}});
  std::vector<std::pair<const Complaint*, std::size_t>> causes;  // each with the number of further links
  std::size_t repaired = 0;
  for (const Complaint& complaint : diagnosis->complaints) {
    const auto told = std::find_if(causes.begin(), causes.end(),
                                   [&](const auto& cause) { return same_cause(*cause.first, complaint); });
    if (complaint.mended_above)
      ++repaired;
    else if (told != causes.end())
      ++told->second;
    else
      causes.push_back({&complaint, 0});
  }
  for (const auto& [complaint, further] : causes) {
    Failure failure{fmt::format("link {}{}", arrow(report, complaint->link), versions_text(report, complaint->link)),
                    "trusted",
                    refusal_line(report, complaint->link),
                    {},
                    mending(*complaint)};
    if (further > 0) failure.what += fmt::format(", and {} more link{}", further, further == 1 ? "" : "s");
    failures.push_back(std::move(failure));
  }
  if (repaired > 0)
    failures.back().around.push_back(
        fmt::format("{} more refused link{}: the commands of {} too", repaired, repaired == 1 ? "" : "s",
                    causes.size() == 1 ? "this cause repair them" : "these causes repair them"));
}

std::map<LinkPair, Lines> cures_of(lab::Lab& lab, const TrustReport& report, const std::vector<LinkPair>& links) {
  std::map<LinkPair, Lines> cures;
  const auto diagnosis = diagnose(lab, report.endpoints, report.options, links);
  if (!diagnosis) return cures;
  for (const Complaint& complaint : diagnosis->complaints)
    cures[{complaint.link.client, complaint.link.server}] =
        complaint.mended_above ? Lines{"the commands above repair it too"} : mending(complaint);
  return cures;
}

}  // namespace ringside::harness
