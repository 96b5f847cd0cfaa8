// harness/play/played.hpp - the result of one scenario in the form of each report, as a child process sends it to its
// parent.
#pragma once

#include <string>
#include <vector>

#include "harness/play/junit.hpp"
#include "harness/play/result.hpp"
#include "harness/report/page.hpp"

namespace ringside::harness {

/// The result of one scenario, ready for every report.
struct Played {
  Outcome outcome = Outcome::passed;
  std::string junit;        ///< its testsuite element
  std::string text;         ///< verdict, mistakes and failures
  std::string json;         ///< a JSON object
  report::Chapter chapter;  ///< of the HTML report, if one is wanted
  std::vector<GoldenChange> goldens;
};

/// Everything except the chapter and the golden files.
Played rendered(const ScenarioReport& report);

/// Serializes and deserializes between processes of this program. unpacked() throws base::Fault if octets are missing.
std::string packed(const Played& played);
Played unpacked(const std::string& octets);

/// Removes the failures of golden files from the report and returns their changes.
std::vector<GoldenChange> take_goldens(ScenarioReport& report);

}  // namespace ringside::harness
