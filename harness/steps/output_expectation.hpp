// harness/steps/output_expectation.hpp - the key 'output': what the printed lines of a command or job must contain.
#pragma once

#include <filesystem>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "harness/play/failure.hpp"
#include "harness/scenario/forms.hpp"
#include "harness/scenario/placed.hpp"

namespace ringside::harness {

struct Reading;
class Mapping;

/// A regular expression as written, and compiled. It searches one line.
struct Pattern {
  std::string text;
  std::regex expression;
};

/// A file that holds an output completely.
struct Golden {
  std::filesystem::path folder;        ///< of the scenario
  std::string name;                    ///< as the scenario writes it
  std::optional<std::string> content;  ///< nullopt if the file does not exist
};

/// What an output must contain.
struct OutputExpectation {
  std::vector<Placed<std::string>> contains;
  std::vector<Placed<std::string>> lacks;
  std::vector<Placed<Pattern>> matches;
  std::optional<Placed<std::string>> exact;
  std::optional<Placed<Golden>> golden;
};

extern const Form output_form;

/// Reads the key 'output' of `mapping`; expects nothing if the key is missing.
OutputExpectation read_output_expectation(Reading& reading, Mapping& mapping);

/// Compares lines of output; `what` names them in failures: "output of LISTUSER".
void check_output(const OutputExpectation& expect, const std::vector<std::string>& output, const std::string& what,
                  Failures& failures);

/// Each text must be part of one of Ringside's remarks.
void check_remarks(const std::vector<Placed<std::string>>& expect, const std::vector<std::string>& remarks,
                   const std::string& what, Failures& failures);

}  // namespace ringside::harness
