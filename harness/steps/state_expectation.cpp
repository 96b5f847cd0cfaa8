// harness/steps/state_expectation.cpp - the keys 'rings' and 'certificates': the state of a system after a step.
#include "harness/steps/state_expectation.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "harness/scenario/reading.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey state_expect_keys[] = {
    rings_key,
    certificates_key,
};
constexpr FormKey copy_expect_keys[] = {
    {"must_fail", "flag", "It fails: something is not there, or may not be."},
    rings_key,
    certificates_key,
};
constexpr FormKey ring_keys[] = {
    {"system", "text", "Where; the step's system if it is left out."},
    {"ring", "text", "OWNER/RING.", is_required},
    {"exists", "flag", "Whether it is there."},
    {"members", "[member]", "All of them, in any order."},
};
constexpr FormKey member_keys[] = {
    {"owner", "text", "A user ID, CERTAUTH or SITE.", is_required},
    {"label", "text", "The certificate's label.", is_required},
    {"usage", "choice", "PERSONAL, CERTAUTH or SITE.", is_required},
    {"default", "flag", "Whether it is the ring's default."},
};
constexpr FormKey certificate_keys[] = {
    {"system", "text", "Where; the step's system if it is left out."},
    {"owner", "text", "A user ID, CERTAUTH or SITE.", is_required},
    {"label", "text", "Its label.", is_required},
    {"exists", "flag", "Whether it is there."},
    {"status", "choice", "TRUST, NOTRUST or HIGHTRUST."},
    {"private_key", "flag", "Whether the database holds its private key."},
    {"not_before", "moment", "Its first moment; a date without a time is that day."},
    {"not_after", "moment", "Its last moment; a date without a time is that day."},
    {"serial", "text", "As RACDCERT LIST writes it."},
    {"subject", "text", "As RACDCERT LIST writes it."},
    {"issuer", "text", "As RACDCERT LIST writes it."},
};
constexpr Form state_form_table[] = {
    {"state-expect", "this step's expectations", state_expect_keys},
    {"copy-expect", "a copy's expectations", copy_expect_keys},
    {"ring", "a ring's expectations", ring_keys},
    {"member", "a ring's member", member_keys},
    {"certificate", "a certificate's expectations", certificate_keys},
};

MemberExpectation read_member(Reading& reading, const YAML::Node& node) {
  using database::Usage;
  static constexpr std::array<std::pair<const char*, Usage>, 3> usages = {
      {{"PERSONAL", Usage::personal}, {"CERTAUTH", Usage::certauth}, {"SITE", Usage::site}}};
  Mapping mapping(reading.yaml, node, form("member"));
  MemberExpectation member;
  member.owner = owner_at(mapping, "owner");
  member.label = mapping.required_text("label");
  member.usage = read_choice(reading, mapping, "usage", usages).value_or(Usage::personal);
  member.is_default = mapping.flag("default", false);
  return member;
}

RingExpectation read_ring(Reading& reading, const YAML::Node& node, const std::string& system) {
  Mapping mapping(reading.yaml, node, form("ring"));
  RingExpectation ring;
  if (!mapping.valid()) return ring;
  ring.where = mapping.where();
  ring.system = system_at(reading, mapping, "system", system);
  ring.ring = ring_at(reading, mapping, "ring");
  ring.exists = mapping.flag("exists", true);
  if (!mapping.has("members")) return ring;
  if (!ring.exists) reading.yaml.complain(mapping.at("members"), "a ring that must not exist has no members");
  ring.members.emplace();
  ring.members->where = mapping.where("members");
  for (const YAML::Node& item : reading.yaml.list(mapping.at("members"), "'members'"))
    ring.members->value.push_back(read_member(reading, item));
  return ring;
}

// The moment as listings write it; for a date without a time, the date only.
std::optional<Placed<std::string>> placed_day(Reading& reading, Mapping& mapping, const std::string& key) {
  constexpr std::size_t date_length = 10;
  const auto moment = moment_at(reading, mapping, key);
  if (!moment) return std::nullopt;
  std::string text = base::listing_time(*moment, {});
  if (is_whole_day(mapping, key)) text.resize(date_length);
  return Placed<std::string>{text, YamlReader::place(mapping.at(key))};
}

CertificateExpectation read_certificate(Reading& reading, const YAML::Node& node, const std::string& system) {
  using database::Status;
  static constexpr std::array<std::pair<const char*, Status>, 3> statuses = {
      {{"TRUST", Status::trust}, {"NOTRUST", Status::notrust}, {"HIGHTRUST", Status::hightrust}}};
  Mapping mapping(reading.yaml, node, form("certificate"));
  CertificateExpectation certificate;
  if (!mapping.valid()) return certificate;
  certificate.where = mapping.where();
  certificate.system = system_at(reading, mapping, "system", system);
  certificate.owner = owner_at(mapping, "owner");
  certificate.label = mapping.required_text("label");
  certificate.exists = mapping.flag("exists", true);
  if (const auto status = read_choice(reading, mapping, "status", statuses))
    certificate.status = Placed<Status>{*status, YamlReader::place(mapping.at("status"))};
  if (mapping.has("private_key"))
    certificate.private_key =
        Placed<bool>{mapping.flag("private_key", false), YamlReader::place(mapping.at("private_key"))};
  certificate.not_before = placed_day(reading, mapping, "not_before");
  certificate.not_after = placed_day(reading, mapping, "not_after");
  certificate.serial = placed_text(mapping, "serial");
  certificate.subject = placed_text(mapping, "subject");
  certificate.issuer = placed_text(mapping, "issuer");
  return certificate;
}

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

// An expected date without a time is compared with the date of the listing only.
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

}  // namespace

std::span<const Form> state_forms() {
  return state_form_table;
}

StateExpectation read_state_expectation(Reading& reading, const YAML::Node& expect, const std::string& system) {
  StateExpectation state;
  if (!expect.IsDefined() || !expect.IsMap()) return state;
  if (const YAML::Node rings = expect["rings"]; rings.IsDefined())
    for (const YAML::Node& node : reading.yaml.list(rings, "'rings'"))
      state.rings.push_back(read_ring(reading, node, system));
  if (const YAML::Node certificates = expect["certificates"]; certificates.IsDefined())
    for (const YAML::Node& node : reading.yaml.list(certificates, "'certificates'"))
      state.certificates.push_back(read_certificate(reading, node, system));
  return state;
}

void check_state(const StateExpectation& expect, lab::Lab& lab, Failures& failures) {
  for (const RingExpectation& ring : expect.rings) check_ring(ring, lab, failures);
  for (const CertificateExpectation& certificate : expect.certificates) check_certificate(certificate, lab, failures);
}

}  // namespace ringside::harness
