// harness/play/junit.hpp - played scenarios as JUnit XML, which CI systems read.
#pragma once

#include <string>
#include <vector>

#include "harness/play/result.hpp"

namespace ringside::harness {

/// The testsuite element of a scenario, with a testcase for each step; a scenario that was not played, or not to its
/// end, has one testcase that says why. Every time is 0, so that two runs give the same octets. Octets that XML 1.0
/// cannot hold become '?'.
std::string junit_suite(const ScenarioReport& report);

/// The whole document of such elements, in their order, with the sums of their counts.
std::string junit_document(const std::vector<std::string>& suites);

}  // namespace ringside::harness
