// harness/scenario/selection.hpp - selects scenarios by tag, importance, name or file.
#pragma once

#include <string>
#include <vector>

#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// Words as --filter takes them. A word matches a tag, an importance, or a part of the scenario's name or file; '!'
/// before it negates it. A scenario is selected if all words match. Case is ignored.
class Selection {
 public:
  explicit Selection(std::vector<std::string> words);
  [[nodiscard]] bool takes(const Scenario& scenario) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace ringside::harness
