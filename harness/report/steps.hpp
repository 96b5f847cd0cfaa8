// harness/report/steps.hpp - the steps of a scenario as HTML: commands, jobs with their spool, checks.
#pragma once

#include <string>

#include "harness/play/result.hpp"
#include "harness/report/html.hpp"

namespace ringside::harness::report {

/// The id of a trust check's links, from the id of its scenario.
std::string check_id(const std::string& id, const StepReport& step);

/// The name of a trust check for readers: "step 30".
std::string check_name(const StepReport& step);

/// "Step 30. SYSA: The others' CAs".
std::string title_of(const StepReport& step);

/// Every failed expectation of a scenario with its place and the transcript around it; empty if there is none.
Html failures_html(const ScenarioReport& report, const std::string& id, int level);

/// Every step. The links of the check `shown` are in another place of the page.
Html steps_html(const ScenarioReport& report, const StepReport* shown, const std::string& id, int level);

}  // namespace ringside::harness::report
