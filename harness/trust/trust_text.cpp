// harness/trust/trust_text.cpp - a trust matrix as text.
#include "harness/trust/trust_text.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/wrap.hpp"
#include "harness/trust/codes_note.hpp"

namespace ringside::harness {
namespace {

using Row = std::vector<std::string>;

std::string cell(const TrustReport& report, std::size_t client, std::size_t server, crypto::TlsVersion version) {
  const Link* link = report.find(client, server, version);
  if (!link) return "-";
  return link->trusted ? "trusted" : std::string(to_string(link->reason));
}

// Column heads are numbers if the names are too long for one line.
constexpr std::size_t longest_column_name = 24;

std::vector<Row> table_of(const TrustReport& report, crypto::TlsVersion version) {
  const auto& endpoints = report.endpoints;
  const bool numbered = std::any_of(endpoints.begin(), endpoints.end(), [](const Endpoint& endpoint) {
    return endpoint.name.size() > longest_column_name;
  });
  std::vector<Row> table(1, Row{"client \\ server"});
  for (std::size_t at = 0; at < endpoints.size(); ++at) {
    const std::string name = base::printable(endpoints[at].name);
    table.front().push_back(numbered ? fmt::format("[{}]", at + 1) : name);
    table.push_back({numbered ? fmt::format("[{}] {}", at + 1, name) : name});
    for (std::size_t server = 0; server < endpoints.size(); ++server)
      table.back().push_back(cell(report, at, server, version));
  }
  return table;
}

std::vector<std::string> aligned(const std::vector<Row>& table) {
  std::vector<std::size_t> widths(table.front().size(), 0);
  for (const Row& row : table)
    for (std::size_t at = 0; at < row.size(); ++at) widths[at] = std::max(widths[at], row[at].size());
  std::vector<std::string> lines;
  for (const Row& row : table) {
    std::string line;
    for (std::size_t at = 0; at < row.size(); ++at) line += base::pad_right(row[at], widths[at]) + "  ";
    lines.push_back("  " + base::trim_right(line));
  }
  return lines;
}

bool same_outcome(const TrustReport& report) {
  return std::all_of(report.links.begin(), report.links.end(), [&](const Link& link) {
    const Link* first = report.find(link.client, link.server, report.options.versions.front());
    return first->reason == link.reason && first->refused_by == link.refused_by;
  });
}

std::string heading(const TrustReport& report, const std::vector<crypto::TlsVersion>& versions) {
  std::string text;
  for (const auto version : versions) text += (text.empty() ? "" : " and ") + to_string(version);
  if (report.options.mutual) text += ", both sides show a certificate";
  if (report.options.verify_host) text += ", host names checked";
  if (report.options.at) text += ", at " + base::listing_time(*report.options.at, report.zone);
  return text;
}

void append_tables(const TrustReport& report, std::vector<std::string>& lines) {
  const auto& versions = report.options.versions;
  const bool one_table = same_outcome(report);
  for (std::size_t at = 0; at < (one_table ? 1 : versions.size()); ++at) {
    const std::vector<crypto::TlsVersion> covered = one_table ? versions : std::vector{versions[at]};
    lines.push_back(heading(report, covered));
    const auto rows = aligned(table_of(report, versions[at]));
    lines.insert(lines.end(), rows.begin(), rows.end());
  }
}

bool alike(const Link& a, const Link& b) {
  return a.refused_by == b.refused_by && a.reason == b.reason && a.explanation == b.explanation &&
         a.openssl == b.openssl;
}

// A link that every version of TLS refuses for the same reason is shown once, with a note if the client had finished.
void append_refusals(const TrustReport& report, std::vector<std::string>& lines) {
  std::vector<Link> told;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> places;
  for (const Link& link : report.links) {
    if (link.trusted) continue;
    auto& of_pair = places[{link.client, link.server}];
    const auto before =
        std::find_if(of_pair.begin(), of_pair.end(), [&](std::size_t place) { return alike(link, told[place]); });
    if (before == of_pair.end()) {
      of_pair.push_back(told.size());
      told.push_back(link);
    } else if (link.client_finished_first) {
      told[*before] = link;
    }
  }
  for (const Link& link : told) {
    const auto folded = base::wrapped(refusal_line(report, link), report_width, 4);
    lines.insert(lines.end(), folded.begin(), folded.end());
  }
}

// One line for a client and all servers that map it to the same user for the same reason.
void append_users(const TrustReport& report, std::vector<std::string>& lines) {
  std::map<std::pair<std::size_t, std::string>, std::vector<std::string>> servers;
  for (const Link& link : report.links) {
    if (link.client_user_reason.empty() || link.version != report.options.versions.front()) continue;
    const std::string user = link.client_user.empty() ? "as nobody" : "as " + link.client_user;
    servers[{link.client, user + ": " + link.client_user_reason}].push_back(report.endpoints[link.server].name);
  }
  for (const auto& [key, names] : servers) {
    const std::string line =
        fmt::format("{} at {} logs on {}", report.endpoints[key.first].name, base::join(names, ", "), key.second);
    const auto folded = base::wrapped(base::printable(line), report_width, 4);
    lines.insert(lines.end(), folded.begin(), folded.end());
  }
}

std::string counted(const TrustReport& report) {
  const std::size_t refused = report.refused();
  const std::size_t handshakes = report.links.size();
  return fmt::format("{} handshake{}: {} trusted, {} refused", handshakes, handshakes == 1 ? "" : "s",
                     handshakes - refused, refused);
}

}  // namespace

void append_wrapped(std::vector<std::string>& lines, const std::string& text, std::size_t hang) {
  const auto folded = base::wrapped(base::printable(text), report_width, hang);
  lines.insert(lines.end(), folded.begin(), folded.end());
}

std::string refusal_line(const TrustReport& report, const Link& link) {
  std::string line = fmt::format("{} -> {}  {}", report.endpoints[link.client].name, report.endpoints[link.server].name,
                                 to_string(link.reason));
  if (!link.explanation.empty()) line += ": " + link.explanation;
  line += fmt::format(". Refused by the {}, OpenSSL: {}", link.refused_by == Side::client ? "client" : "server",
                      link.openssl);
  if (link.client_finished_first)
    line += fmt::format("; under {} the client had finished its handshake before", to_string(link.version));
  return base::printable(line);
}

std::vector<std::string> trust_lines(const TrustReport& report) {
  std::vector<std::string> lines;
  if (!report.links.empty()) append_tables(report, lines);
  append_refusals(report, lines);
  append_users(report, lines);
  const auto remarks = remark_lines(report);
  lines.insert(lines.end(), remarks.begin(), remarks.end());
  append_codes_note(lines);
  lines.push_back(report.links.empty() ? no_link : counted(report));
  return lines;
}

std::vector<std::string> remark_lines(const TrustReport& report) {
  std::vector<std::string> lines;
  for (const std::string& remark : report.remarks) append_wrapped(lines, "remark: " + remark, 4);
  return lines;
}

std::vector<std::string> refusal_lines(const TrustReport& report) {
  std::vector<std::string> lines;
  append_refusals(report, lines);
  return lines;
}

}  // namespace ringside::harness
