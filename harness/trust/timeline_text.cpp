// harness/trust/timeline_text.cpp - trust over time as text.
#include "harness/trust/timeline_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/wrap.hpp"
#include "harness/trust/trust_text.hpp"

namespace ringside::harness {
namespace {

using Lines = std::vector<std::string>;

std::string place_text(const CertificatePlace& place) {
  if (place.owner.empty()) return fmt::format("{}:{}", place.system, place.label);
  return fmt::format("{}: {} LABEL('{}')", place.system, racf::owner_operand(place.owner), place.label);
}

void append_certificate(Lines& lines, const TrustTimeline& timeline, std::size_t at, const char* word) {
  const DatedCertificate& certificate = timeline.certificates[at];
  Lines places;
  for (const CertificatePlace& place : certificate.places) places.push_back(place_text(place));
  append_wrapped(lines,
                 fmt::format("  {} {} {}, serial number {} ({})", word, certificate.subject,
                             std::string(word) == "ends:" ? "of " + certificate.issuer : "", certificate.serial,
                             base::join(places, "; ")),
                 8);
}

// A link with the same change under both versions of TLS is shown once.
void append_links(Lines& lines, const TrustTimeline& timeline, const TrustMoment& moment) {
  Lines told;
  for (const Link& link : moment.changes) {
    const auto& endpoints = timeline.start.endpoints;
    const std::string state =
        link.trusted ? "holds from here on" : fmt::format("breaks, {}: {}", to_string(link.reason), link.explanation);
    const std::string line =
        fmt::format("  {} -> {}  {}", endpoints[link.client].name, endpoints[link.server].name, state);
    if (std::find(told.begin(), told.end(), line) != told.end()) continue;
    told.push_back(line);
    append_wrapped(lines, line, 6);
  }
}

void append_renewal(Lines& lines, const Cure& cure, const std::string& lab_file) {
  bool first = true;
  for (const Remedy& remedy : cure.remedies) {
    lines.push_back(fmt::format("    {}{}:", first ? "" : "or ", base::printable(remedy.what)));
    for (const std::string& line : remedy_lines(remedy, lab_file)) lines.push_back("      " + line);
    if (!remedy.trial.empty()) append_wrapped(lines, "      " + remedy.trial, 8);
    first = false;
  }
}

}  // namespace

std::vector<std::string> timeline_lines(const TrustTimeline& timeline) {
  const auto shown = [&](base::Instant instant) { return base::listing_time(instant, timeline.zone); };
  Lines lines = {fmt::format("from {} to {}: {} of {} links hold at the start", shown(timeline.from),
                             shown(timeline.until), timeline.start.links.size() - timeline.start.refused(),
                             timeline.start.links.size())};
  for (const TrustMoment& moment : timeline.moments) {
    lines.push_back(shown(moment.at));
    append_links(lines, timeline, moment);
    for (const std::size_t at : moment.begins) append_certificate(lines, timeline, at, "begins:");
    for (const std::size_t at : moment.ends) {
      append_certificate(lines, timeline, at, "ends:");
      append_renewal(lines, timeline.certificates[at].renewal, timeline.start.options.lab_file);
    }
  }
  if (timeline.moments.empty()) lines.emplace_back("no link breaks or begins to hold in this time");
  return lines;
}

}  // namespace ringside::harness
