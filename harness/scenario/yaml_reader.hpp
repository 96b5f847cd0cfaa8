// harness/scenario/yaml_reader.hpp - reads YAML and keeps the places of values. A mistake is recorded with its line and
// column, and reading continues.
//
// Only the readers of scenario files include this, so that other files do not depend on yaml-cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "harness/scenario/forms.hpp"
#include "parser/lexical/diagnostic.hpp"

namespace ringside::harness {

class YamlReader {
 public:
  explicit YamlReader(std::string_view text);

  /// Returns the document. Returns an undefined node and records a problem if the text is not YAML, nests too deep, has
  /// aliases or holds several documents.
  YAML::Node load();

  void complain(parser::Position where, const std::string& text);
  void complain(const YAML::Node& node, const std::string& text) { complain(place(node), text); }
  [[nodiscard]] static parser::Position place(const YAML::Node& node);
  [[nodiscard]] const std::vector<parser::Diagnostic>& problems() const { return problems_; }

  // Each returns the value, or nullopt after recording a problem. `what` names the value in the problem.
  std::optional<std::string> text(const YAML::Node& node, const std::string& what);
  std::optional<bool> flag(const YAML::Node& node, const std::string& what);
  std::optional<long> number(const YAML::Node& node, const std::string& what, long least, long most);
  /// The items of a list. Records a problem and returns none if `node` is not a list.
  std::vector<YAML::Node> list(const YAML::Node& node, const std::string& what);
  /// The items of a list, or the single value as a list of one.
  std::vector<YAML::Node> list_or_one(const YAML::Node& node);
  /// The pairs of a mapping whose keys are chosen by the user. Records a problem and returns none if it is not a
  /// mapping.
  std::vector<std::pair<YAML::Node, YAML::Node>> pairs(const YAML::Node& node, const std::string& what);

 private:
  /// A problem that keeps the text from being YAML.
  void complain_of_form(const YAML::Exception& error);
  /// The line, from 1, for a problem: without passwords. Keeps the last one, since a long line may have many problems.
  const std::string& quoted(std::size_t line);

  std::string text_;
  std::vector<std::string> lines_;
  std::size_t quoted_line_ = 0;
  std::string quoted_;
  std::vector<parser::Diagnostic> problems_;
};

/// A mapping with the keys of a form. Records a problem for each unknown, repeated or missing required key; an unknown
/// key gets a suggestion.
class Mapping {
 public:
  Mapping(YamlReader& reader, const YAML::Node& node, const Form& form);

  [[nodiscard]] bool valid() const { return node_.IsMap(); }
  [[nodiscard]] bool has(const std::string& key) const;
  /// The value at `key`, which must be present.
  [[nodiscard]] YAML::Node at(const std::string& key) const;
  [[nodiscard]] parser::Position where() const { return YamlReader::place(node_); }
  /// The place of the value at `key`; for a list or mapping that begins on a later line, the place of the key.
  [[nodiscard]] parser::Position where(const std::string& key) const;

  /// The text at `key`, which must not be empty. Returns an empty text if the key is missing; the constructor has
  /// recorded that if the form requires the key.
  std::string required_text(const std::string& key);
  std::string text(const std::string& key, const std::string& otherwise = {});
  bool flag(const std::string& key, bool otherwise);

 private:
  YamlReader& reader_;
  YAML::Node node_;
};

}  // namespace ringside::harness
