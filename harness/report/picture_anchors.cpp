// harness/report/picture_anchors.cpp - which ring trusts what.
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "harness/report/dot.hpp"
#include "harness/report/picture.hpp"

namespace ringside::harness::report {
namespace {

using Places = std::set<std::size_t>;

/// Rings on one side, certificates on the other, and which ring holds which as an anchor.
struct Anchors {
  std::vector<std::string> rings, certificates;  ///< names
  std::vector<std::string> past;                 ///< for each certificate: why it is not valid now; empty if it is
  std::vector<Places> of_ring, of_certificate;
};

Anchors anchors_of(const LabView& view) {
  Anchors anchors;
  std::map<std::size_t, std::size_t> places;
  for (const ViewedDatabase& database : view.databases)
    for (const ViewedRing& ring : database.rings) {
      const std::size_t at = anchors.rings.size();
      anchors.rings.push_back(
          fmt::format("{} of {}", racf::to_string(racf::RingName{ring.owner, ring.name}), described(database)));
      anchors.of_ring.emplace_back();
      for (const ViewedMember& member : ring.members) {
        if (!is_anchor(database, member)) continue;
        const HeldCertificate& held = database.held[member.held];
        const auto [place, is_new] = places.emplace(held.certificate, anchors.certificates.size());
        if (is_new) {
          const ViewedCertificate& certificate = view.certificates[held.certificate];
          anchors.certificates.push_back(certificate.subject);
          anchors.past.push_back(out_of_date(certificate, view));
          anchors.of_certificate.emplace_back();
        }
        anchors.of_ring[at].insert(place->second);
        anchors.of_certificate[place->second].insert(at);
      }
    }
  return anchors;
}

/// Groups equal items into one node with all their names.
struct AnchorGroup {
  std::vector<std::string> lines;
  std::size_t first = 0;
  bool is_past = false;
};

std::vector<AnchorGroup> anchor_groups_of(const std::vector<std::string>& names, const std::vector<std::string>& past,
                                          const std::vector<Places>& partners, bool alone) {
  std::vector<AnchorGroup> groups;
  std::map<std::pair<Places, std::string>, std::size_t> known;
  for (std::size_t at = 0; at < names.size(); ++at) {
    const std::string why = past.empty() ? std::string{} : past[at];
    const auto [place, is_new] = known.emplace(std::pair{partners[at], why}, groups.size());
    if (is_new || alone) groups.push_back({{}, at, !why.empty()});
    AnchorGroup& group = alone ? groups.back() : groups[place->second];
    group.lines.push_back(why.empty() ? names[at] : fmt::format("{}: {}", names[at], base::upper(why)));
  }
  return groups;
}

std::string draw(const Anchors& anchors) {
  const bool alone = anchors.rings.size() <= most_single;
  const auto rings = anchor_groups_of(anchors.rings, {}, anchors.of_ring, alone);
  const auto certificates = anchor_groups_of(anchors.certificates, anchors.past, anchors.of_certificate, alone);
  if (rings.size() + certificates.size() > base::limits::picture_nodes) return {};
  DotGraph graph(true);
  std::vector<std::size_t> ends;
  for (const AnchorGroup& group : rings)
    ends.push_back(graph.node({{"label", dot_lines(group.lines)}, {"shape", "ellipse"}}));
  for (const AnchorGroup& group : certificates) {
    const std::size_t node =
        graph.node(DotAttributes{{"label", dot_lines(group.lines)}} + (group.is_past ? dot_past : dot_well));
    for (std::size_t at = 0; at < rings.size(); ++at)
      if (anchors.of_ring[rings[at].first].contains(group.first))
        graph.edge(ends[at], node, group.is_past ? dot_refused : dot_holds);
  }
  return graph.text();
}

}  // namespace

Picture picture_of_anchors(const LabView& view) {
  const Anchors anchors = anchors_of(view);
  Picture picture;
  picture.title = "Which ring trusts what";
  picture.caption =
      "An arrow goes from a ring (round) to a certificate that it holds as an anchor: connected as CERTAUTH or SITE, "
      "and not NOTRUST. Dashed: ended or not yet valid, so it anchors nothing.";
  if (anchors.rings.size() > most_single) picture.caption += " Rings that trust the same share a node.";
  for (std::size_t ring = 0; ring < anchors.rings.size(); ++ring) {
    std::vector<std::string> trusted;
    for (const std::size_t at : anchors.of_ring[ring])
      trusted.push_back(anchors.certificates[at] + (anchors.past[at].empty() ? "" : " (" + anchors.past[at] + ")"));
    picture.words.push_back(anchors.rings[ring] +
                            (trusted.empty() ? " trusts nobody" : " trusts " + base::join(trusted, "; ")));
  }
  if (!anchors.rings.empty()) picture.dot = draw(anchors);
  return picture;
}

}  // namespace ringside::harness::report
