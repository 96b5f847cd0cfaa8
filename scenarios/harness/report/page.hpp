// scenarios/harness/report/page.hpp - whole reports: scenarios that were played, or a lab, as one HTML file.
#pragma once

#include <string>
#include <vector>

#include "scenarios/harness/lab_view.hpp"
#include "scenarios/harness/result.hpp"

namespace ringside::harness::report {

/// One scenario on its way into a page: plain texts, so that the process that played it can hand them to another.
struct Chapter {
  std::string entry;  ///< its line of the contents
  std::string body;   ///< its section
};

/// The chapter of a scenario, the `number`th of the page. `view` is what its lab held at its end, if it was played.
Chapter chapter_of(const ScenarioReport& report, const std::optional<LabView>& view, std::size_t number);

/// The page of scenarios: the last line of the text report, the contents where there are several, the chapters.
std::string scenarios_page(const std::vector<Chapter>& chapters, const std::string& summary);

/// The page of a lab.
std::string lab_page(const LabView& view, const TrustReport& trust, const std::string& name);

}  // namespace ringside::harness::report
