// harness/scenario/selection.hpp - which scenarios of a folder are meant: by tag, importance, name or file.
#pragma once

#include <string>
#include <vector>

#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// Words as --filter takes them: a word is a tag, an importance, or a part of the scenario's name or file; with '!'
/// before it the scenario must not be that. All must hold. Case does not matter.
class Selection {
 public:
  explicit Selection(std::vector<std::string> words);
  [[nodiscard]] bool takes(const Scenario& scenario) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace ringside::harness
