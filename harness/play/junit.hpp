// harness/play/junit.hpp - played scenarios as JUnit XML, which CI systems read.
#pragma once

#include <string>
#include <vector>

#include "harness/play/result.hpp"

namespace ringside::app {

/// A testcase element. No duration and no date of the machine's: two runs give the same octets.
std::string junit_case(const harness::ScenarioReport& report);

struct JunitEntry {
  std::string file;
  harness::Outcome outcome = harness::Outcome::passed;
  std::string element;  ///< of junit_case
};

/// The whole document; a testsuite for each folder, in the order of the entries.
std::string junit_document(const std::vector<JunitEntry>& entries);

}  // namespace ringside::app
