// harness/report/page.hpp - whole reports: scenarios that were played, or a lab, as one HTML file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/play/result.hpp"
#include "harness/report/cures.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness::report {

/// One scenario of a page, as texts that the process that played it can send to another process.
struct Chapter {
  std::string entry;  ///< its line in the table of contents
  std::string body;   ///< its section
};

/// What a page shows of a lab besides the steps.
struct Findings {
  std::optional<LabView> view;  ///< the lab after the last step, if the scenario was played
  Cures cures;                  ///< of the last trust check
};

/// The chapter of a scenario. `number` is its place on the page, from 1.
Chapter chapter_of(const ScenarioReport& report, const Findings& findings, std::size_t number);

/// The page of scenarios: the summary, a table of contents if there are several, and the chapters.
std::string scenarios_page(const std::vector<Chapter>& chapters, const std::string& summary);

/// The page of a lab.
std::string lab_page(const LabView& view, const TrustReport& trust, const Cures& cures, const std::string& name);

}  // namespace ringside::harness::report
