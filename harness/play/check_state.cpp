// harness/play/check_state.cpp - rings and certificates of a security database against their expectations.
#include <algorithm>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "harness/play/checks.hpp"

namespace ringside::harness {
namespace {

database::SecurityDatabase database_of(lab::Lab& lab, const std::string& system) {
  const auto record = lab.systems().find(system);
  if (!record) throw base::Fault("a scenario looks at the system " + system + ", which it does not have");
  return lab.database_of(*record);
}

std::string member_text(const std::string& owner, const std::string& label, database::Usage usage, bool is_default) {
  return fmt::format("{} '{}' {}{}", racf::owner_operand(owner), label, database::to_string(usage),
                     is_default ? " DEFAULT" : "");
}

std::string sorted_text(std::vector<std::string> members) {
  std::sort(members.begin(), members.end());
  return members.empty() ? "empty" : base::join(members, "; ");
}

void check_members(const Placed<std::vector<MemberExpectation>>& expect, database::SecurityDatabase& racf,
                   const database::Ring& ring, const std::string& what, Failures& failures) {
  std::vector<std::string> expected, came;
  for (const MemberExpectation& member : expect.value)
    expected.push_back(member_text(member.owner, member.label, member.usage, member.is_default));
  for (const database::RingMember& member : racf.rings.members(ring.id)) {
    const auto certificate = racf.certificates.by_id(member.certificate_id);
    came.push_back(member_text(certificate->owner, certificate->label, member.usage, member.is_default));
  }
  if (sorted_text(expected) != sorted_text(came))
    failures.push_back({"members of " + what, sorted_text(expected), sorted_text(came), expect.where});
}

void compare(const std::optional<Placed<std::string>>& expect, const std::string& came, const std::string& what,
             Failures& failures) {
  if (expect && expect->value != came) failures.push_back({what, expect->value, came, expect->where});
}

// A date without a time is the beginning of what a listing writes.
void compare_day(const std::optional<Placed<std::string>>& expect, base::Instant moment, base::Zone zone,
                 const std::string& what, Failures& failures) {
  if (!expect) return;
  const std::string came = base::listing_time(moment, zone);
  if (!came.starts_with(expect->value)) failures.push_back({what, expect->value, came, expect->where});
}

void check_contents(const CertificateExpectation& expect, const database::CertificateRecord& record,
                    const std::string& what, base::Zone zone, Failures& failures) {
  const auto certificate = crypto::Certificate::from_stored(record.der);
  if (expect.status && expect.status->value != record.status)
    failures.push_back({"status of " + what, database::to_string(expect.status->value),
                        database::to_string(record.status), expect.status->where});
  if (expect.private_key && expect.private_key->value != record.has_key())
    failures.push_back({"private key of " + what, expect.private_key->value ? "YES" : "NO",
                        record.has_key() ? "YES" : "NO", expect.private_key->where});
  compare_day(expect.not_before, certificate.not_before(), zone, "first day of " + what, failures);
  compare_day(expect.not_after, certificate.not_after(), zone, "last day of " + what, failures);
  compare(expect.serial, certificate.serial(), "serial number of " + what, failures);
  compare(expect.subject, certificate.subject().listing(), "subject of " + what, failures);
  compare(expect.issuer, certificate.issuer().listing(), "issuer of " + what, failures);
}

}  // namespace

void check_ring(const RingExpectation& expect, lab::Lab& lab, Failures& failures) {
  auto racf = database_of(lab, expect.system);
  const std::string what = fmt::format("ring {} on {}", racf::to_string(expect.ring), expect.system);
  const auto ring = racf.rings.find(expect.ring.owner, expect.ring.name);
  if (ring.has_value() != expect.exists)
    failures.push_back(
        {what, expect.exists ? "exists" : "does not exist", ring ? "exists" : "does not exist", expect.where});
  else if (ring && expect.members)
    check_members(*expect.members, racf, *ring, what, failures);
}

void check_certificate(const CertificateExpectation& expect, lab::Lab& lab, Failures& failures) {
  auto racf = database_of(lab, expect.system);
  const std::string what =
      fmt::format("certificate {} '{}' on {}", racf::owner_operand(expect.owner), expect.label, expect.system);
  const auto record = racf.certificates.by_label(expect.owner, expect.label);
  if (record.has_value() != expect.exists)
    failures.push_back(
        {what, expect.exists ? "exists" : "does not exist", record ? "exists" : "does not exist", expect.where});
  else if (record)
    check_contents(expect, *record, what, lab.zone(), failures);
}

}  // namespace ringside::harness
