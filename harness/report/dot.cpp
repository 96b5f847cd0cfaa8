// harness/report/dot.cpp - graphs in the language of Graphviz.
#include "harness/report/dot.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ringside::harness::report {
namespace {

// Escapes backslashes and ampersands, which have a meaning in Graphviz. Lines are joined by "\n" before.
std::string dot_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n')
      result += "\\n";
    else if (c == '"' || c == '\\')
      result.append("\\").push_back(c);
    else if (c == '&')
      result += "&amp;";
    else
      result += c;
  }
  return result + "\"";
}

std::string list(const DotAttributes& attributes) {
  std::string text;
  for (const auto& [name, value] : attributes)
    text += fmt::format("{}{}={}", text.empty() ? " [" : ", ", name, dot_quoted(value));
  return text.empty() ? text : text + "]";
}

}  // namespace

const DotAttributes dot_well = {{"fillcolor", "#eaf5ec"}, {"color", "#116329"}};
const DotAttributes dot_past = {{"fillcolor", "#ffebe9"}, {"color", "#a40e26"}, {"style", "filled,dashed"}};
const DotAttributes dot_hidden = {{"fillcolor", "#eeeeee"}, {"color", "#424a53"}, {"style", "filled,dotted"}};
const DotAttributes dot_holds = {{"color", "#116329"}, {"penwidth", "1.6"}};
const DotAttributes dot_refused = {
    {"color", "#a40e26"}, {"fontcolor", "#a40e26"}, {"style", "dashed"}, {"arrowhead", "tee"}};

DotAttributes operator+(DotAttributes a, const DotAttributes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

DotGraph::DotGraph(bool left_to_right) {
  text_ = fmt::format(
      "digraph {{\n"
      "  graph [rankdir={}, nodesep=0.25, ranksep=0.7, fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, "
      "bgcolor=transparent]\n"
      "  node [shape=box, style=filled, fillcolor=\"#ffffff\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, "
      "margin=\"0.16,0.08\"]\n"
      "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10]\n",
      left_to_right ? "LR" : "TB");
}

void DotGraph::open_cluster(const std::string& title) {
  text_ += fmt::format("{0}subgraph cluster_{1} {{\n{0}  graph [label={2}, labeljust=l, color=\"#8c959f\"]\n", indent_,
                       clusters_++, dot_quoted(title));
  indent_ += "  ";
}

void DotGraph::close_cluster() {
  indent_.resize(indent_.size() - 2);
  text_ += indent_ + "}\n";
}

std::size_t DotGraph::node(const DotAttributes& attributes) {
  text_ += fmt::format("{}n{}{}\n", indent_, nodes_, list(attributes));
  return nodes_++;
}

void DotGraph::edge(std::size_t from, std::size_t to, const DotAttributes& attributes) {
  text_ += fmt::format("{}n{} -> n{}{}\n", indent_, from, to, list(attributes));
}

std::string dot_lines(const std::vector<std::string>& lines) {
  std::vector<std::string> clean;
  for (const std::string& line : lines) clean.push_back(base::printable(base::well_formed(line)));
  return base::join(clean, "\n");
}

}  // namespace ringside::harness::report
