// harness/play/junit.hpp - played scenarios as JUnit XML, which CI systems read.
#pragma once

#include <string>
#include <vector>

#include "harness/play/result.hpp"

namespace ringside::harness {

/// One testcase element. It has no duration and no date: two runs give the same octets.
struct JunitCase {
  std::string file;
  std::string name;
  Outcome outcome = Outcome::passed;
  std::string message;  ///< the first failure, or the reason of a skip
  std::string text;     ///< every failure
};

JunitCase junit_case(const ScenarioReport& report);

/// The whole document: a testsuite for each run of cases whose files are in one folder, in the order of the cases.
/// Octets that XML 1.0 cannot hold become '?'.
std::string junit_document(const std::vector<JunitCase>& cases);

}  // namespace ringside::harness
