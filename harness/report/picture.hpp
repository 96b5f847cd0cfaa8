// harness/report/picture.hpp - pictures of a lab: who signed whom, which ring trusts what, which links are trusted.
#pragma once

#include <string>
#include <vector>

#include "harness/trust/lab_view.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness::report {

/// A picture in Graphviz's language, and its content in words.
struct Picture {
  std::string title;
  std::string caption;             ///< explains the picture
  std::string dot;                 ///< empty if it is too large or there is nothing to draw
  std::vector<std::string> words;  ///< every node and edge
};

/// Certificates in the database that holds their key, edges from signer to signed.
Picture picture_of_signatures(const LabView& view);

/// Rings and their trust anchors. If there are more than `most_single` rings, rings with the same anchors are one node.
Picture picture_of_anchors(const LabView& view);

/// Endpoints and their links. If there are more than `most_single` endpoints, those with the same links are one node.
Picture picture_of_links(const TrustReport& report);

inline constexpr std::size_t most_single = 6;

/// "ended ..." or "not yet valid ..." for a certificate at the view's moment; empty if it is valid.
std::string out_of_date(const ViewedCertificate& certificate, const LabView& view);

/// "2024-02-20", in the view's zone.
std::string day(base::Instant instant, base::Zone zone);

}  // namespace ringside::harness::report
