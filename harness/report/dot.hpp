// harness/report/dot.hpp - graphs in the language of Graphviz.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ringside::harness::report {

/// Attributes of a node or edge. Values are quoted, since they may come from certificates.
using DotAttributes = std::vector<std::pair<std::string_view, std::string>>;

/// Writes a directed graph; nodes are numbered.
class DotGraph {
 public:
  /// The direction of the edges: left to right, or top to bottom.
  explicit DotGraph(bool left_to_right);

  /// Puts what follows, up to close_cluster(), into one frame.
  void open_cluster(const std::string& title);
  void close_cluster();
  std::size_t node(const DotAttributes& attributes);
  void edge(std::size_t from, std::size_t to, const DotAttributes& attributes);
  [[nodiscard]] std::string text() const { return text_ + "}\n"; }
  [[nodiscard]] std::size_t nodes() const { return nodes_; }

 private:
  std::string text_;
  std::string indent_ = "  ";
  std::size_t nodes_ = 0, clusters_ = 0;
};

/// Lines of a label, each centred.
std::string dot_lines(const std::vector<std::string>& lines);

/// How pictures show that something is good, expired, hidden, or several: never by a colour alone.
extern const DotAttributes dot_well, dot_past, dot_hidden, dot_holds, dot_refused;

DotAttributes operator+(DotAttributes a, const DotAttributes& b);

}  // namespace ringside::harness::report
