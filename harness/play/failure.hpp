// harness/play/failure.hpp - an expectation that did not hold.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::harness {

/// A golden file that an output differs from.
struct GoldenChange {
  std::filesystem::path folder;  ///< of the scenario
  std::string name;              ///< of the file, from that folder
  std::string before;            ///< empty if the file does not exist
  std::string after;
};

/// An expectation that did not hold.
struct Failure {
  std::string what;  ///< "return code of RACDCERT ADDRING(...)"
  std::string expected;
  std::string came;
  parser::Position where;
  std::vector<std::string> around{};     ///< lines of the transcript that belong to it
  std::optional<GoldenChange> golden{};  ///< the change that makes the expectation hold
};

using Failures = std::vector<Failure>;

}  // namespace ringside::harness
