// harness/report/page.hpp - whole reports: scenarios that were played, or a lab, as one HTML file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/play/result.hpp"
#include "harness/report/cures.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness::report {

/// One scenario on its way into a page: plain texts, so that the process that played it can hand them to another.
struct Chapter {
  std::string entry;  ///< its line of the contents
  std::string body;   ///< its section
};

/// What a page tells of a lab besides what happened in it.
struct Findings {
  std::optional<LabView> view;  ///< at the end; of a scenario that was played
  Cures cures;                  ///< of the last trust check
};

/// The chapter of a scenario, the `number`th of the page.
Chapter chapter_of(const ScenarioReport& report, const Findings& findings, std::size_t number);

/// The page of scenarios: the last line of the text report, the contents where there are several, the chapters.
std::string scenarios_page(const std::vector<Chapter>& chapters, const std::string& summary);

/// The page of a lab.
std::string lab_page(const LabView& view, const TrustReport& trust, const Cures& cures, const std::string& name);

}  // namespace ringside::harness::report
