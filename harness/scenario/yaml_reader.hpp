// harness/scenario/yaml_reader.hpp - YAML with places: every mistake is noted with line and column, and reading goes
// on.
//
// Only the readers of scenario files include this; yaml-cpp shows nowhere else.
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

  /// The document. An undefined node, and a problem, if it is no YAML, nests too deep, uses aliases or is not alone.
  YAML::Node load();

  void complain(parser::Position where, const std::string& text);
  void complain(const YAML::Node& node, const std::string& text) { complain(place(node), text); }
  [[nodiscard]] static parser::Position place(const YAML::Node& node);
  [[nodiscard]] const std::vector<parser::Diagnostic>& problems() const { return problems_; }

  /// The value, or a problem and nothing. `what` names the value in the problem.
  std::optional<std::string> text(const YAML::Node& node, const std::string& what);
  std::optional<bool> flag(const YAML::Node& node, const std::string& what);
  std::optional<long> number(const YAML::Node& node, const std::string& what, long least, long most);
  /// The items of a list; a problem and none if it is not a list.
  std::vector<YAML::Node> list(const YAML::Node& node, const std::string& what);
  /// The items of a list, or the one value that stands for a list of one.
  std::vector<YAML::Node> list_or_one(const YAML::Node& node);
  /// The pairs of a mapping whose keys are names of the user's; a problem and none if it is no mapping.
  std::vector<std::pair<YAML::Node, YAML::Node>> pairs(const YAML::Node& node, const std::string& what);

 private:
  std::string text_;
  std::vector<std::string> lines_;
  std::vector<parser::Diagnostic> problems_;
};

/// A mapping whose keys are known: unknown and repeated keys are problems, with the nearest known one as a suggestion,
/// and so are missing ones that the form requires.
class Mapping {
 public:
  Mapping(YamlReader& reader, const YAML::Node& node, const Form& form);

  [[nodiscard]] bool valid() const { return node_.IsMap(); }
  [[nodiscard]] bool has(const std::string& key) const;
  /// The value; only for keys that are there.
  [[nodiscard]] YAML::Node at(const std::string& key) const;
  [[nodiscard]] parser::Position where() const { return YamlReader::place(node_); }
  /// Where the value at `key` begins; of a list or mapping on lines of its own, where the key stands.
  [[nodiscard]] parser::Position where(const std::string& key) const;

  /// The text at `key`, which must not be empty; an empty text if it is missing, which is a problem for the form.
  std::string required_text(const std::string& key);
  std::string text(const std::string& key, const std::string& otherwise = {});
  bool flag(const std::string& key, bool otherwise);

 private:
  YamlReader& reader_;
  YAML::Node node_;
};

}  // namespace ringside::harness
