// harness/report/trust_part.cpp - the part of a report about trust: overview and details.
#include "harness/report/trust_part.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "harness/report/figures.hpp"
#include "harness/report/matrix.hpp"
#include "harness/report/parts.hpp"
#include "harness/report/rings.hpp"
#include "harness/report/timeline.hpp"

namespace ringside::harness::report {
std::string headline(const LinkPage& page) {
  const std::size_t asked = page.report.links.size() / std::max<std::size_t>(page.report.options.versions.size(), 1);
  const std::size_t refused = page.refused();
  if (refused == 0) return counted(asked, "link") + ", every one holds";
  return fmt::format("{} of {} refused, for {}", refused, counted(asked, "link"), counted(page.causes.size(), "cause"));
}

Html glance_html(const LinkPage& page) {
  if (page.report.links.empty()) return element("p", "No link to check: fewer than two rings with certificates.");
  return element("div", {{"class", "glance"}}, element("div", causes_html(page)) + element("div", matrix_html(page)));
}

Html explanations_html(const LinkPage& page, int level) {
  return section(level, page.id + "-links", "Every link of " + page.name + ", explained", links_html(page, level + 1));
}

Html inventory_html(const LabView& view, const TrustReport* links, const std::string& id, int level) {
  std::vector<Picture> pictures;
  if (links != nullptr && !links->links.empty()) pictures.push_back(picture_of_links(*links));
  pictures.push_back(picture_of_signatures(view));
  pictures.push_back(picture_of_anchors(view));
  return section(level, id + "-pictures", "Pictures", figures_html(pictures, id)) +
         section(level, id + "-timeline", "When certificates end", timeline_html(view)) +
         section(level, id + "-rings", "Rings", rings_html(view));
}

}  // namespace ringside::harness::report
