// harness/scenario/yaml_reader.cpp - reads YAML and keeps the places of values.
#include "harness/scenario/yaml_reader.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>

#include "base/input_items.hpp"
#include "base/limits.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "parser/shell/redaction.hpp"

namespace ringside::harness {
namespace {

parser::Position position(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {mark.line + 1, mark.column + 1};
}

/// A document that nests too deep, holds too many values or has aliases. It is found before a tree is built.
struct ShapeError {
  YAML::Mark mark;
  std::string text;
};

// Rejects aliases, which let a small file expand to a huge tree, deep nesting, which needs stack in every reader, and
// more values than a file of this size needs.
class ShapeCheck : public YAML::EventHandler {
 public:
  explicit ShapeCheck(std::size_t most_values) : most_values_(most_values) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { count(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override {
    count(mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw ShapeError{mark, "aliases are not taken; write the value out"};
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    enter(mark);
  }
  void OnSequenceEnd() override { --depth_; }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    enter(mark);
  }
  void OnMapEnd() override { --depth_; }

 private:
  void count(const YAML::Mark& mark) {
    if (++values_ > most_values_)
      throw ShapeError{mark, fmt::format("more than {} values for the size of the file", most_values_)};
  }
  void enter(const YAML::Mark& mark) {
    count(mark);
    if (++depth_ > base::limits::scenario_depth)
      throw ShapeError{mark, fmt::format("nested deeper than {} levels", base::limits::scenario_depth)};
  }

  std::size_t most_values_;
  std::size_t values_ = 0;
  std::size_t depth_ = 0;
};

struct YamlWords {
  std::string_view theirs;
  std::string_view plain;
};

// What yaml-cpp says, in the words of a writer of scenarios.
constexpr YamlWords yaml_words[] = {
    {"end of map not found", "this line is not indented as the keys above it"},
    {"end of sequence not found", "this line is not indented as the items of the list above it"},
    {"illegal block entry", "an item of a list, '- ', cannot stand here: look at its indentation"},
    {"illegal map value", "': ' cannot stand here: put a text that holds it into quotes, or look at the indentation"},
    {"illegal map key", "a key cannot stand here: look at the indentation"},
    {"end of map flow not found", "a '}' is missing"},
    {"end of sequence flow not found", "a ']' is missing"},
    {"illegal EOF in scalar", "a quote is missing"},
};

std::string plain_words(const std::string& theirs) {
  for (const YamlWords& words : yaml_words)
    if (words.theirs == theirs) return std::string(words.plain);
  return theirs;
}

/// Whether a line begins with a tab, which no text of several lines may do either.
bool is_indented_by_tab(const std::string& line) {
  return line.starts_with('\t') && !base::trim(line).empty();
}

const char* kind_of(const YAML::Node& node) {
  if (node.IsMap()) return "a mapping";
  if (node.IsSequence()) return "a list";
  return node.IsScalar() ? "one value" : "nothing";
}

}  // namespace

YamlReader::YamlReader(std::string_view text) : text_(text), lines_(base::lines(text)) {}

YAML::Node YamlReader::load() {
  if (text_.size() > base::limits::scenario_bytes) {
    complain(parser::Position{}, fmt::format("the file is larger than {} bytes", base::limits::scenario_bytes));
    return YAML::Node(YAML::NodeType::Undefined);
  }
  if (text_.starts_with("//")) {
    complain(parser::Position{1, 1}, "this is a job: 'ringside run' submits it");
    return YAML::Node(YAML::NodeType::Undefined);
  }
  try {
    std::istringstream stream(text_);
    YAML::Parser parser(stream);
    ShapeCheck shape(2 * base::most_items(text_.size()));  // names and values
    parser.HandleNextDocument(shape);
    if (parser.HandleNextDocument(shape))
      complain(parser::Position{}, "a file holds one scenario, not several documents");
    return YAML::Load(text_);
  } catch (const ShapeError& error) {
    complain(position(error.mark), error.text);
  } catch (const YAML::Exception& error) {
    complain_of_form(error);
  }
  return YAML::Node(YAML::NodeType::Undefined);
}

// A tab is the cause of whatever the parser says of a later place.
void YamlReader::complain_of_form(const YAML::Exception& error) {
  const auto tab = std::find_if(lines_.begin(), lines_.end(), is_indented_by_tab);
  if (tab == lines_.end()) return complain(position(error.mark), plain_words(error.msg));
  const int line = static_cast<int>(tab - lines_.begin()) + 1;
  complain(parser::Position{line, 1}, "a tab: YAML is indented by blanks only");
}

// A scenario's lines hold passwords of commands, and what is typed for them. The option of a password may end the line
// before.
const std::string& YamlReader::quoted(std::size_t line) {
  if (line == quoted_line_) return quoted_;
  quoted_line_ = line;
  const std::string& text = lines_[line - 1];
  const std::string before = line >= 2 ? base::trim(lines_[line - 2]) + " " : std::string();
  std::vector<parser::SecretRange> ranges;
  for (const parser::SecretRange& range : parser::line_secret_ranges(before + text))
    if (range.end > before.size())
      ranges.push_back({std::max(range.begin, before.size()) - before.size(), range.end - before.size()});
  for (const parser::SecretRange& range : parser::line_secret_ranges(text)) ranges.push_back(range);
  constexpr std::string_view typed = "input:";
  if (const std::size_t at = text.find(typed); at != std::string::npos)
    ranges.push_back({at + typed.size(), text.size()});
  return quoted_ = parser::masked(text, parser::merged(std::move(ranges)));
}

void YamlReader::complain(parser::Position where, const std::string& text) {
  const auto line = static_cast<std::size_t>(where.line);
  const bool known = line >= 1 && line <= lines_.size();
  problems_.push_back({text, where, known ? quoted(line) : std::string{}});
}

parser::Position YamlReader::place(const YAML::Node& node) {
  return node.IsDefined() ? position(node.Mark()) : parser::Position{};
}

std::optional<std::string> YamlReader::text(const YAML::Node& node, const std::string& what) {
  if (node.IsScalar()) return node.Scalar();
  complain(node, fmt::format("{} is a text, not {}", what, kind_of(node)));
  return std::nullopt;
}

// A quoted "yes" is a text. yaml-cpp gives it the tag "!".
std::optional<bool> YamlReader::flag(const YAML::Node& node, const std::string& what) {
  if (node.IsScalar() && node.Tag() != "!") {
    const std::string word = base::lower(node.Scalar());
    if (word == "true" || word == "yes") return true;
    if (word == "false" || word == "no") return false;
  }
  complain(node, fmt::format("{} is true or false", what));
  return std::nullopt;
}

std::optional<long> YamlReader::number(const YAML::Node& node, const std::string& what, long least, long most) {
  const auto value = node.IsScalar() ? base::number(node.Scalar(), most) : std::nullopt;
  if (value && *value >= least) return value;
  complain(node, fmt::format("{} is a number from {} to {}", what, least, most));
  return std::nullopt;
}

std::vector<YAML::Node> YamlReader::list(const YAML::Node& node, const std::string& what) {
  if (node.IsSequence()) return {node.begin(), node.end()};
  complain(node, fmt::format("{} is a list, not {}", what, kind_of(node)));
  return {};
}

std::vector<YAML::Node> YamlReader::list_or_one(const YAML::Node& node) {
  if (node.IsSequence()) return {node.begin(), node.end()};
  return {node};
}

std::vector<std::pair<YAML::Node, YAML::Node>> YamlReader::pairs(const YAML::Node& node, const std::string& what) {
  std::vector<std::pair<YAML::Node, YAML::Node>> all;
  if (!node.IsMap()) {
    complain(node, fmt::format("{} is a mapping, not {}", what, kind_of(node)));
    return all;
  }
  std::set<std::string> seen;
  for (const auto& pair : node) {
    const auto key = text(pair.first, "a key");
    if (!key) continue;
    if (seen.insert(*key).second)
      all.emplace_back(pair.first, pair.second);
    else
      complain(pair.first, fmt::format("the key '{}' stands twice in {}", *key, what));
  }
  return all;
}

namespace {

// Suggests a key with a similar name, or else the forms that have this key.
std::string what_is_meant(const std::string& key, const std::vector<std::string>& known) {
  constexpr std::size_t most_places = 3;
  if (std::string near = base::did_you_mean(key, known, base::Quotes::yes); !near.empty()) return near;
  const auto places = forms_with(key);
  if (places.empty() || places.size() > most_places) return {};
  return fmt::format("; '{}' belongs to {}", key, base::join(places, " or to "));
}

}  // namespace

Mapping::Mapping(YamlReader& reader, const YAML::Node& node, const Form& form) : reader_(reader), node_(node) {
  std::vector<std::string> names;
  for (const FormKey& key : form.keys) names.emplace_back(key.name);
  for (const auto& [key, value] : reader_.pairs(node_, std::string(form.what))) {
    const std::string name = key.Scalar();
    if (std::find(names.begin(), names.end(), name) == names.end())
      reader_.complain(
          key, fmt::format("unknown key '{}' in {}{}", base::printable(name), form.what, what_is_meant(name, names)));
  }
  for (const FormKey& key : form.keys)
    if (key.required && valid() && !has(std::string(key.name)))
      reader_.complain(where(), fmt::format("{} needs the key '{}'", form.what, key.name));
}

bool Mapping::has(const std::string& key) const {
  if (!valid()) return false;
  const YAML::Node& node = node_;
  return node[key].IsDefined();
}

YAML::Node Mapping::at(const std::string& key) const {
  const YAML::Node& node = node_;
  return node[key];
}

parser::Position Mapping::where(const std::string& key) const {
  const parser::Position value = YamlReader::place(at(key));
  for (const auto& pair : node_) {
    if (pair.first.Scalar() != key) continue;
    const parser::Position place = YamlReader::place(pair.first);
    return place.line < value.line && !at(key).IsScalar() ? place : value;
  }
  return value;
}

std::string Mapping::required_text(const std::string& key) {
  if (!has(key)) return {};
  std::string value = text(key);
  if (value.empty() && at(key).IsScalar()) reader_.complain(at(key), fmt::format("'{}' is empty", key));
  return value;
}

std::string Mapping::text(const std::string& key, const std::string& otherwise) {
  if (!has(key)) return otherwise;
  return reader_.text(at(key), fmt::format("'{}'", key)).value_or(otherwise);
}

bool Mapping::flag(const std::string& key, bool otherwise) {
  if (!has(key)) return otherwise;
  return reader_.flag(at(key), fmt::format("'{}'", key)).value_or(otherwise);
}

}  // namespace ringside::harness
