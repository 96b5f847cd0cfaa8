// harness/play/played.hpp - a scenario as it was played, in the forms of every report: what a child hands to its
// parent.
#pragma once

#include <string>
#include <vector>

#include "harness/play/result.hpp"
#include "harness/report/page.hpp"

namespace ringside::app {

struct Played {
  harness::Outcome outcome = harness::Outcome::passed;
  std::string text;                  ///< verdict, mistakes and failures
  std::string json;                  ///< an object
  std::string junit;                 ///< a testcase element
  harness::report::Chapter chapter;  ///< of the HTML report, if one is wanted
  std::vector<harness::GoldenChange> goldens;
};

Played rendered(const harness::ScenarioReport& report);

/// The same as octets, and back.
std::string packed(const Played& played);
Played unpacked(const std::string& octets);

/// Takes golden files that differ out of the failures.
std::vector<harness::GoldenChange> take_goldens(harness::ScenarioReport& report);

}  // namespace ringside::app
