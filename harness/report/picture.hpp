// harness/report/picture.hpp - pictures of a lab: who signs whom, which ring trusts what, which link holds.
#pragma once

#include <string>
#include <vector>

#include "harness/trust/lab_view.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness::report {

/// A picture as Graphviz draws it, and the same in words.
struct Picture {
  std::string title;
  std::string caption;             ///< how it is to be read
  std::string dot;                 ///< empty: too large to be drawn, or nothing to draw
  std::vector<std::string> words;  ///< every node and edge
};

/// Certificates in the database that holds their key, edges from signer to signed.
Picture picture_of_signatures(const LabView& view);

/// Rings, and the certificates that anchor trust there. Beyond `most_single` rings those that trust alike are one node.
Picture picture_of_anchors(const LabView& view);

/// Endpoints and their links. Beyond `most_single` endpoints those that nothing distinguishes are one node.
Picture picture_of_links(const TrustReport& report);

inline constexpr std::size_t most_single = 6;

/// The words behind "ended" and "not yet valid" for a certificate at the view's moment; empty if it is valid.
std::string out_of_date(const ViewedCertificate& certificate, const LabView& view);

/// "2024-02-20", in the view's zone.
std::string day(base::Instant instant, base::Zone zone);

}  // namespace ringside::harness::report
