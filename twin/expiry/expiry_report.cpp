// twin/expiry/expiry_report.cpp - which certificates end by a date.
#include "twin/expiry/expiry_report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::twin {
namespace {

using std::chrono::days;

const char* trust_of(database::Status status) {
  if (status == database::Status::hightrust) return "High";
  return status == database::Status::trust ? "Yes" : "No";
}

using RingsByCertificate = std::vector<std::vector<EndingOnRing>>;

RingsByCertificate rings_of(const HeldDatabase& database) {
  RingsByCertificate rings(database.certificates.size());
  for (const HeldRing& ring : database.rings)
    for (const HeldMember& member : ring.members)
      if (member.certificate) rings[*member.certificate].push_back({described(ring), member.usage, member.is_default});
  return rings;
}

EndingCertificate row_of(const HeldCertificate& held, std::vector<EndingOnRing> rings, base::Instant at) {
  EndingCertificate row;
  row.is_exception = held.status != database::Status::notrust;
  row.owner = owner_of(held);
  row.label = held.label;
  row.end = *held.not_after;
  row.trust = trust_of(held.status);
  row.rings = std::move(rings);
  row.days = std::chrono::floor<days>(*held.not_after - at).count();
  row.has_key = held.has_key;
  row.subject = held.subject;
  row.issuer = held.issuer;
  row.serial = held.serial;
  row.grade = held.grade;
  return row;
}

void add_database(ExpiryReport& report, const HeldDatabase& database) {
  RingsByCertificate rings = rings_of(database);
  std::vector<EndingCertificate> rows;
  for (std::size_t at = 0; at < database.certificates.size(); ++at) {
    const HeldCertificate& held = database.certificates[at];
    if (held.is_supplied && rings[at].empty()) continue;
    ++report.certificates;
    if (!held.not_after) {
      ++report.undated;
    } else if (*held.not_after <= report.until) {
      rows.push_back(row_of(held, std::move(rings[at]), report.at));
      rows.back().database = report.databases.size();
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.end < b.end; });
  report.rows.insert(report.rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  report.databases.push_back(described(database));
}

}  // namespace

std::size_t ExpiryReport::exceptions() const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const EndingCertificate& row) { return row.is_exception; }));
}

long ExpiryReport::period() const {
  return std::chrono::ceil<days>(until - at).count();
}

ExpiryReport expiry_report(const Holdings& holdings, base::Instant until) {
  ExpiryReport report;
  report.at = holdings.at;
  report.until = until;
  report.zone = holdings.zone;
  for (const HeldDatabase& database : holdings.databases) add_database(report, database);
  return report;
}

std::string end_date(base::Instant end, base::Zone zone) {
  return base::replace_all(base::listing_time(end, zone).substr(0, 10), "/", "-");
}

std::string described(const EndingOnRing& ring) {
  std::vector<std::string> marks;
  if (ring.usage != database::Usage::personal) marks.push_back(database::to_string(ring.usage));
  if (ring.is_default) marks.push_back("default");
  return marks.empty() ? ring.ring : fmt::format("{} ({})", ring.ring, base::join(marks, ", "));
}

std::string time_left(const EndingCertificate& row) {
  if (row.days < 0) return "ended " + counted(static_cast<std::size_t>(-row.days), "day") + " ago";
  return row.days == 0 ? "ends within a day" : "in " + counted(static_cast<std::size_t>(row.days), "day");
}

std::string expiry_summary(const ExpiryReport& report) {
  const std::string until = base::listing_time(report.until, report.zone);
  std::string text;
  if (report.rows.empty())
    text = fmt::format("No certificate ends by {}", until);
  else
    text = fmt::format("{} {} by {}, {} of them trusted (E)", counted(report.rows.size(), "certificate"),
                       report.rows.size() == 1 ? "ends" : "end", until, report.exceptions());
  text += fmt::format("; {} in {} looked at", counted(report.certificates, "certificate"),
                      counted(report.databases.size(), "database"));
  if (report.undated != 0) text += fmt::format("; the unload does not tell when {} of them end", report.undated);
  return text + ".";
}

}  // namespace ringside::twin
