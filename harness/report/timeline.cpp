// harness/report/timeline.cpp - the ends of a lab's certificates over time.
#include "harness/report/timeline.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "harness/report/parts.hpp"
#include "harness/report/picture.hpp"

namespace ringside::harness::report {
namespace {

using std::chrono::days;

// The period that is shown. Bars of certificates that begin earlier or end later reach the edge.
constexpr days before{365}, after{3 * 365};
constexpr long bar_width = 240;
constexpr long soon = 90;

long place_of(base::Instant instant, const LabView& view) {
  const auto from = view.at - before;
  const auto clamped = std::clamp<base::Instant>(instant, from, view.at + after);
  return static_cast<long>((clamped - from) * bar_width / (before + after));
}

// The words of the row say the same.
Html bar(const ViewedCertificate& certificate, const LabView& view) {
  const long from = place_of(certificate.not_before, view), to = place_of(certificate.not_after, view);
  const long now = place_of(view.at, view);
  const Html shape = element("rect",
                             {{"x", std::to_string(from)},
                              {"y", "3"},
                              {"width", std::to_string(std::max(to - from, 2L))},
                              {"height", "8"},
                              {"class", certificate.not_after <= view.at ? "ended" : "valid"}},
                             {}) +
                     element("rect", {{"x", std::to_string(now)}, {"y", "0"}, {"width", "2"}, {"height", "14"}}, {});
  return element("svg",
                 {{"class", "bar"},
                  {"viewBox", fmt::format("0 0 {} 14", bar_width)},
                  {"width", std::to_string(bar_width)},
                  {"height", "14"},
                  {"aria-hidden", "true"},
                  {"focusable", "false"}},
                 shape);
}

std::string state_of(const Expiry& expiry) {
  return expiry.days < 0 ? "ended" : expiry.days <= soon ? "soon" : "";
}

std::vector<std::string> first_of(const std::vector<std::string>& all, std::size_t most) {
  if (all.size() <= most) return all;
  std::vector<std::string> some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(most));
  some.push_back(fmt::format("{} more", all.size() - most));
  return some;
}

constexpr std::size_t most_holders = 1, most_rings = 4;

Html row_of(const Expiry& expiry, const LabView& view) {
  const ViewedCertificate& certificate = view.certificates[expiry.certificate];
  const std::string mark = state_of(expiry);
  Html state = time_left(expiry);
  if (mark == "soon") state = element("strong", state);
  if (mark == "ended") state = element("strong", "\u2717 " + time_left(expiry));
  return element("tr", row_head(element("time", day(certificate.not_after, view.zone))) +
                           cell(state, mark.empty() ? "left" : "left " + mark) + cell(certificate.subject, "long") +
                           cell(base::join(first_of(expiry.holders, most_holders), "; "), "long") +
                           cell(expiry.rings.empty() ? "none" : base::join(first_of(expiry.rings, most_rings), "; "),
                                "long") +
                           cell(bar(certificate, view), "bar")) +
         "\n";
}

}  // namespace

std::vector<Expiry> expiries_of(const LabView& view) {
  std::vector<Expiry> all(view.certificates.size());
  for (std::size_t at = 0; at < all.size(); ++at) {
    all[at].certificate = at;
    all[at].days = std::chrono::floor<days>(view.certificates[at].not_after - view.at).count();
  }
  for (const ViewedDatabase& database : view.databases) {
    for (const HeldCertificate& held : database.held) {
      auto& holders = all[held.certificate].holders;
      const std::string name = described(held) + " of " + described(database);
      holders.insert(held.has_key ? holders.begin() : holders.end(), held.has_key ? name + " (key)" : name);
    }
    for (const ViewedRing& ring : database.rings)
      for (const ViewedMember& member : ring.members)
        all[database.held[member.held].certificate].rings.push_back(
            fmt::format("{} of {}", racf::to_string(racf::RingName{ring.owner, ring.name}), described(database)));
  }
  std::stable_sort(all.begin(), all.end(), [&](const Expiry& a, const Expiry& b) {
    return view.certificates[a.certificate].not_after < view.certificates[b.certificate].not_after;
  });
  return all;
}

std::string time_left(const Expiry& expiry) {
  if (expiry.days < 0) return "ended " + counted(static_cast<std::size_t>(-expiry.days), "day") + " ago";
  return expiry.days == 0 ? "ends within a day" : "in " + counted(static_cast<std::size_t>(expiry.days), "day");
}

Html timeline_html(const LabView& view) {
  const auto all = expiries_of(view);
  if (all.empty()) return element("p", "There are no certificates.");
  Html rows;
  const std::size_t shown = std::min(all.size(), base::limits::report_certificates);
  for (std::size_t at = 0; at < shown; ++at) rows += row_of(all[at], view);
  const Html caption = element(
      "caption", fmt::format("Certificates by the day on which they end, as of {}. The bars show {} to {}; the upright "
                             "line is now.",
                             base::listing_time(view.at, view.zone), day(view.at - before, view.zone),
                             day(view.at + after, view.zone)));
  Html text = scrolling("Timeline of expiry",
                        element("table", {{"class", "timeline wide"}},
                                caption + head_row({"Ends", "Left", "Certificate", "Held as", "On rings", "Validity"}) +
                                    element("tbody", rows)));
  if (shown < all.size()) text += element("p", fmt::format("{} more end later.", all.size() - shown));
  return text;
}

}  // namespace ringside::harness::report
