// harness/steps/timeline_checks.cpp - compares changes of trust over time with what a scenario expects.
#include "harness/steps/timeline_checks.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

namespace ringside::harness {
namespace {

/// A change of a link under one version of TLS or more.
struct Change {
  base::Instant at{};
  std::string client, server;
  Reason verdict = Reason::trusted;
  bool expected = false;
};

std::vector<Change> changes_of(const TrustTimeline& timeline) {
  std::vector<Change> changes;
  const auto& endpoints = timeline.start.endpoints;
  for (const TrustMoment& moment : timeline.moments)
    for (const Link& link : moment.changes) {
      const Change change{moment.at, endpoints[link.client].name, endpoints[link.server].name, link.reason};
      const bool known = std::any_of(changes.begin(), changes.end(), [&](const Change& other) {
        return other.at == change.at && other.client == change.client && other.server == change.server &&
               other.verdict == change.verdict;
      });
      if (!known) changes.push_back(change);
    }
  return changes;
}

bool is_meant(const ChangeExpectation& expect, const Change& change) {
  using std::chrono::days;
  const bool same_time = expect.whole_day ? std::chrono::floor<days>(expect.on) == std::chrono::floor<days>(change.at)
                                          : expect.on == change.at;
  return same_time && expect.client == change.client && expect.server == change.server &&
         expect.verdict == change.verdict;
}

std::string arrow(const std::string& client, const std::string& server) {
  return fmt::format("link {} -> {}", client, server);
}

std::string change_text(base::Instant at, bool whole_day, Reason verdict, base::Zone zone) {
  const std::string time = base::listing_time(at, zone);
  return fmt::format("{} from {} on", to_string(verdict), whole_day ? time.substr(0, 10) : time);
}

}  // namespace

void check_changes(const TrustExpectation& expect, const TrustTimeline& timeline, parser::Position of_step,
                   Failures& failures) {
  std::vector<Change> changes = changes_of(timeline);
  if (expect.changes)
    for (const ChangeExpectation& wanted : expect.changes->value) {
      const auto found =
          std::find_if(changes.begin(), changes.end(), [&](const Change& change) { return is_meant(wanted, change); });
      if (found != changes.end())
        found->expected = true;
      else
        failures.push_back({arrow(wanted.client, wanted.server),
                            change_text(wanted.on, wanted.whole_day, wanted.verdict, timeline.zone), "no such change",
                            wanted.where});
    }
  for (const Change& change : changes)
    if (!change.expected)
      failures.push_back({arrow(change.client, change.server), "no other change",
                          change_text(change.at, false, change.verdict, timeline.zone),
                          expect.changes ? expect.changes->where : of_step});
}

void check_ends(const TrustTimeline& timeline, parser::Position where, Failures& failures) {
  for (const DatedCertificate& certificate : timeline.certificates)
    if (certificate.not_after >= timeline.from && certificate.not_after <= timeline.until)
      failures.push_back({"certificate " + certificate.subject,
                          "valid until " + base::listing_time(timeline.until, timeline.zone),
                          "it ends at " + base::listing_time(certificate.not_after, timeline.zone), where});
}

}  // namespace ringside::harness
