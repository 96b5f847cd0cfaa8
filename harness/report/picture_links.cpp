// harness/report/picture_links.cpp - the picture of the links.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/report/dot.hpp"
#include "harness/report/picture.hpp"
#include "harness/report/verdict.hpp"

namespace ringside::harness::report {
namespace {

/// The verdict of every pair; empty where no handshake was made.
using Matrix = std::vector<std::vector<std::string>>;

Matrix matrix_of(const TrustReport& report) {
  const std::size_t size = report.endpoints.size();
  Matrix matrix(size, std::vector<std::string>(size));
  for (std::size_t client = 0; client < size; ++client)
    for (std::size_t server = 0; server < size; ++server)
      matrix[client][server] = verdict_of(report, client, server).text;
  return matrix;
}

// Whether a and b have the same verdicts with all other endpoints in both directions, and with each other.
bool alike(const Matrix& matrix, std::size_t a, std::size_t b) {
  if (matrix[a][b] != matrix[b][a] || matrix[a][a] != matrix[b][b]) return false;
  for (std::size_t other = 0; other < matrix.size(); ++other)
    if (other != a && other != b && (matrix[a][other] != matrix[b][other] || matrix[other][a] != matrix[other][b]))
      return false;
  return true;
}

using LinkGroup = std::vector<std::size_t>;

// Being equal is transitive for the other endpoints, so one comparison is enough; the verdict within the group must be
// the same too.
std::vector<LinkGroup> link_groups_of(const Matrix& matrix) {
  std::vector<LinkGroup> groups;
  for (std::size_t at = 0; at < matrix.size(); ++at) {
    const auto home = std::find_if(groups.begin(), groups.end(), [&](const LinkGroup& group) {
      return matrix.size() > most_single && alike(matrix, group.front(), at) &&
             (group.size() == 1 || matrix[group[0]][group[1]] == matrix[group[0]][at]);
    });
    if (home == groups.end())
      groups.push_back({at});
    else
      home->push_back(at);
  }
  return groups;
}

std::vector<std::string> names_of(const TrustReport& report, const LinkGroup& group) {
  std::vector<std::string> names;
  for (const std::size_t at : group) names.push_back(base::printable(report.endpoints[at].name));
  return names;
}

DotAttributes edge_of(const std::string& verdict) {
  if (verdict == trusted_text) return dot_holds;
  return DotAttributes{{"label", verdict}} + dot_refused;
}

void draw_edges(DotGraph& graph, const Matrix& matrix, const std::vector<LinkGroup>& groups) {
  for (std::size_t from = 0; from < groups.size(); ++from)
    for (std::size_t to = 0; to < groups.size(); ++to) {
      const std::string& there = matrix[groups[from][0]][groups[to][0]];
      const std::string& back = matrix[groups[to][0]][groups[from][0]];
      if (there.empty() || from == to) continue;
      const bool both = there == back && there == trusted_text;
      if (both && from > to) continue;
      graph.edge(from, to, edge_of(there) + (both ? DotAttributes{{"dir", "both"}} : DotAttributes{}));
    }
}

std::string draw(const TrustReport& report, const Matrix& matrix, const std::vector<LinkGroup>& groups) {
  DotGraph graph(true);
  for (const LinkGroup& group : groups) {
    std::vector<std::string> lines = names_of(report, group);
    if (group.size() > 1) lines.push_back("(each other: " + matrix[group[0]][group[1]] + ")");
    if (!matrix[group[0]][group[0]].empty()) lines.push_back("(itself: " + matrix[group[0]][group[0]] + ")");
    graph.node({{"label", dot_lines(lines)}, {"shape", "box"}, {"style", "filled,rounded"}});
  }
  draw_edges(graph, matrix, groups);
  return graph.text();
}

std::vector<std::string> words_of(const TrustReport& report, const Matrix& matrix) {
  std::vector<std::string> words;
  for (std::size_t client = 0; client < matrix.size(); ++client) {
    std::map<std::string, std::vector<std::string>> servers;
    for (std::size_t server = 0; server < matrix.size(); ++server)
      if (!matrix[client][server].empty())
        servers[matrix[client][server]].push_back(base::printable(report.endpoints[server].name));
    for (const auto& [verdict, names] : servers)
      words.push_back(fmt::format("{} to {}: {}", base::printable(report.endpoints[client].name),
                                  base::join(names, ", "), verdict));
  }
  return words;
}

}  // namespace

Picture picture_of_links(const TrustReport& report) {
  const Matrix matrix = matrix_of(report);
  const auto groups = link_groups_of(matrix);
  Picture picture;
  picture.title = "Which link holds";
  picture.caption =
      "An arrow goes from the client to the server. Solid: the handshake completed. Dashed, ending in a bar: refused, "
      "with the reason.";
  if (groups.size() < matrix.size()) picture.caption += " Servers that nothing distinguishes share a node.";
  picture.words = words_of(report, matrix);
  if (!report.links.empty() && groups.size() <= base::limits::picture_nodes / 2)
    picture.dot = draw(report, matrix, groups);
  return picture;
}

}  // namespace ringside::harness::report
