// twin/expiry/expiry_text.cpp - the report on ending certificates as text, as CSV and as JSON.
#include "twin/expiry/expiry_text.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ringside::twin {
namespace {

constexpr std::size_t owner_width = 12, label_width = 32;  // "ID(ABCDEFGH)"; the longest label of RACF
constexpr std::size_t most_rings = 3;

std::vector<std::string> ring_names(const EndingCertificate& row) {
  std::vector<std::string> names;
  for (const EndingOnRing& ring : row.rings) names.push_back(described(ring));
  return names;
}

std::string first_rings(const EndingCertificate& row) {
  std::vector<std::string> names = ring_names(row);
  if (names.size() > most_rings) {
    const std::size_t left_out = names.size() - most_rings;
    names.resize(most_rings);
    names.push_back(fmt::format("{} more", left_out));
  }
  return base::join(names, "; ");
}

/// One line of the table. The columns of IBM come first.
std::string line_of(const std::vector<std::string>& ibm, const std::vector<std::string>& own, bool with_grade) {
  std::string line = base::pad_right(ibm[0], 1) + " " + base::pad_right(ibm[1], owner_width) + " " +
                     base::pad_right(ibm[2], label_width) + " " + base::pad_right(ibm[3], 10) + " " +
                     base::pad_right(ibm[4], 5) + " " + base::pad_right(ibm[5], 5) + " " + fmt::format("{:>6}", own[0]);
  if (with_grade) line += " " + base::pad_right(own[1], 8);
  return base::trim_right(line + " " + own[2]);
}

std::string dashes(std::size_t count) {
  return std::string(count, '-');
}

void add_table(std::vector<std::string>& lines, const ExpiryReport& report, std::size_t database) {
  const auto is_here = [&](const EndingCertificate& row) { return row.database == database; };
  const bool with_grade = std::any_of(report.rows.begin(), report.rows.end(),
                                      [&](const auto& row) { return is_here(row) && !row.grade.empty(); });
  lines.push_back(fmt::format("Certificates Expiring within {} Days", report.period()));
  lines.push_back(fmt::format("{}, {} to {}", report.databases[database], base::listing_time(report.at, report.zone),
                              base::listing_time(report.until, report.zone)));
  lines.push_back(line_of({"S", "Cert Owner", "Certificate Label", "End Date", "Trust", "Rings"},
                          {"Days", "Grade", "On Rings"}, with_grade));
  lines.push_back(line_of({"-", dashes(owner_width), dashes(label_width), dashes(10), dashes(5), dashes(5)},
                          {dashes(6), dashes(8), dashes(8)}, with_grade));
  for (const EndingCertificate& row : report.rows)
    if (is_here(row))
      lines.push_back(line_of({row.is_exception ? "E" : "", row.owner, base::printable(row.label),
                               end_date(row.end, report.zone), row.trust, std::to_string(row.rings.size())},
                              {std::to_string(row.days), row.grade, base::printable(first_rings(row))}, with_grade));
  lines.emplace_back();
}

/// Spreadsheets run a cell that begins with one of these as a formula, also from a CSV file (OWASP, "CSV Injection").
bool is_formula(std::string_view value) {
  return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
}

std::string cell(const std::string& value) {
  const std::string safe = (is_formula(value) ? "'" : "") + base::well_formed(value);
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  return "\"" + base::replace_all(safe, "\"", "\"\"") + "\"";
}

std::string record(const std::vector<std::string>& values) {
  return base::join(values, ",") + "\r\n";
}

}  // namespace

std::vector<std::string> expiry_lines(const ExpiryReport& report) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < report.databases.size(); ++at) add_table(lines, report, at);
  lines.push_back(expiry_summary(report));
  return lines;
}

std::string expiry_csv(const ExpiryReport& report) {
  std::string text = record({"S", "Cert Owner", "Certificate Label", "End Date", "Trust", "Rings", "End Time", "Days",
                             "Database", "On Rings", "Private Key", "Grade", "Subject", "Issuer", "Serial"});
  for (const EndingCertificate& row : report.rows)
    text +=
        record({row.is_exception ? "E" : "", cell(row.owner), cell(row.label), end_date(row.end, report.zone),
                row.trust, std::to_string(row.rings.size()), base::listing_time(row.end, report.zone).substr(11),
                std::to_string(row.days), cell(report.databases[row.database]), cell(base::join(ring_names(row), "; ")),
                row.has_key ? "Yes" : "No", row.grade, cell(row.subject), cell(row.issuer), cell(row.serial)});
  return text;
}

base::Json expiry_json(const ExpiryReport& report) {
  auto json = base::Json::array();
  for (const EndingCertificate& row : report.rows) {
    auto rings = base::Json::array();
    for (const EndingOnRing& ring : row.rings)
      rings.push_back({{"ring", ring.ring}, {"usage", database::to_string(ring.usage)}, {"default", ring.is_default}});
    base::Json one = {{"exception", row.is_exception},
                      {"owner", row.owner},
                      {"label", row.label},
                      {"end", base::listing_time(row.end, report.zone)},
                      {"trust", row.trust},
                      {"rings", std::move(rings)},
                      {"days", row.days},
                      {"database", report.databases[row.database]},
                      {"private_key", row.has_key},
                      {"subject", row.subject},
                      {"issuer", row.issuer},
                      {"serial", row.serial}};
    if (!row.grade.empty()) one["grade"] = row.grade;
    json.push_back(std::move(one));
  }
  return json;
}

base::Json expiry_counts(const ExpiryReport& report) {
  return {{"from", base::listing_time(report.at, report.zone)},
          {"until", base::listing_time(report.until, report.zone)},
          {"ending", report.rows.size()},
          {"exceptions", report.exceptions()},
          {"certificates", report.certificates},
          {"undated", report.undated}};
}

}  // namespace ringside::twin
