// harness/report/rings.cpp - the rings of a lab as tables.
#include "harness/report/rings.hpp"

#include <fmt/format.h>

#include "emulator/racf/datalib/ring_name.hpp"
#include "harness/report/parts.hpp"
#include "harness/report/picture.hpp"

namespace ringside::harness::report {
namespace {

Html member_html(const LabView& view, const ViewedDatabase& database, const ViewedMember& member) {
  const HeldCertificate& held = database.held[member.held];
  const ViewedCertificate& certificate = view.certificates[held.certificate];
  const std::string past = out_of_date(certificate, view);
  const bool hidden = held.status == database::Status::notrust;
  return element(
             "tr",
             row_head(held.label) + cell(racf::owner_operand(held.owner)) + cell(database::to_string(member.usage)) +
                 cell(member.is_default ? "yes" : "no") +
                 cell(database::to_string(held.status), hidden ? "ended" : "") + cell(held.has_key ? "yes" : "no") +
                 cell(certificate.subject, "long") + cell(certificate.issuer, "long") +
                 cell(past.empty() ? Html(day(certificate.not_after, view.zone)) : element("strong", "\u2717 " + past),
                      past.empty() ? "" : "ended")) +
         "\n";
}

Html ring_html(const LabView& view, const ViewedDatabase& database, const ViewedRing& ring) {
  const std::string name =
      fmt::format("Ring {} of {}", racf::to_string(racf::RingName{ring.owner, ring.name}), described(database));
  if (ring.members.empty()) return element("p", name + ": nothing is connected.");
  Html rows;
  for (const ViewedMember& member : ring.members) rows += member_html(view, database, member);
  return scrolling(name, element("table", {{"class", "wide"}},
                                 element("caption", name) +
                                     head_row({"Label", "Owner", "Usage", "Default", "Status", "Private key", "Subject",
                                               "Issuer", "Ends"}) +
                                     element("tbody", rows)));
}

}  // namespace

Html rings_html(const LabView& view) {
  Html text;
  for (const ViewedDatabase& database : view.databases)
    for (const ViewedRing& ring : database.rings) text += ring_html(view, database, ring);
  return text.empty() ? element("p", "There are no rings.") : text;
}

}  // namespace ringside::harness::report
