// harness/scenario/expectation_reader.cpp - what rings, certificates and handshakes must show after a step.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/scenario/reading.hpp"

namespace ringside::harness {
namespace {

template <typename Value, std::size_t size>
std::optional<Value> read_choice(Reading& reading, Mapping& mapping, const std::string& key,
                                 const std::array<std::pair<const char*, Value>, size>& choices) {
  if (!mapping.has(key)) return std::nullopt;
  const std::string text = base::upper(mapping.text(key));
  std::string names;
  for (const auto& [name, value] : choices) {
    if (text == name) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  reading.yaml.complain(mapping.at(key), fmt::format("'{}' is one of {}", key, names));
  return std::nullopt;
}

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

// As listings write it; of a date alone the beginning.
std::optional<Placed<std::string>> placed_day(Reading& reading, Mapping& mapping, const std::string& key) {
  constexpr std::size_t date_length = 10;
  const auto moment = moment_at(reading, mapping, key);
  if (!moment) return std::nullopt;
  std::string text = base::listing_time(*moment, {});
  if (mapping.text(key).size() == date_length) text.resize(date_length);
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

Reason read_verdict(Reading& reading, const YAML::Node& node) {
  const auto text = reading.yaml.text(node, "a verdict");
  if (!text) return Reason::other;
  const auto reason = reason_from(*text);
  if (!reason)
    reading.yaml.complain(node, fmt::format("'{}' is no verdict; it is 'trusted' or a reason{}", base::printable(*text),
                                            base::did_you_mean(*text, reason_names(), base::Quotes::yes)));
  return reason.value_or(Reason::other);
}

std::vector<LinkExpectation> read_matrix(Reading& reading, const YAML::Node& node) {
  std::vector<LinkExpectation> links;
  for (const auto& [client, row] : reading.yaml.pairs(node, "'matrix'"))
    for (const auto& [server, verdict] : reading.yaml.pairs(row, fmt::format("the row of {}", client.Scalar())))
      links.push_back(
          {client.Scalar(), server.Scalar(), read_verdict(reading, verdict), {}, {}, YamlReader::place(verdict)});
  return links;
}

LinkExpectation read_link(Reading& reading, const YAML::Node& node) {
  static constexpr std::array<std::pair<const char*, Side>, 2> sides = {
      {{"CLIENT", Side::client}, {"SERVER", Side::server}}};
  Mapping mapping(reading.yaml, node, form("link"));
  LinkExpectation link;
  if (!mapping.valid()) return link;
  link.where = mapping.where();
  link.client = mapping.required_text("client");
  link.server = mapping.required_text("server");
  if (mapping.has("verdict")) link.verdict = read_verdict(reading, mapping.at("verdict"));
  link.refused_by = read_choice(reading, mapping, "by", sides);
  link.openssl = placed_text(mapping, "openssl");
  link.explanation = placed_text(mapping, "explanation");
  return link;
}

ChangeExpectation read_change(Reading& reading, const YAML::Node& node) {
  Mapping mapping(reading.yaml, node, form("change"));
  ChangeExpectation change;
  if (!mapping.valid()) return change;
  change.where = mapping.where();
  change.on = moment_at(reading, mapping, "on").value_or(base::Instant{});
  change.whole_day = base::parse_date(mapping.text("on")).has_value();
  change.client = mapping.required_text("client");
  change.server = mapping.required_text("server");
  if (mapping.has("verdict")) change.verdict = read_verdict(reading, mapping.at("verdict"));
  return change;
}

}  // namespace

std::optional<Placed<std::string>> placed_text(Mapping& mapping, const std::string& key) {
  if (!mapping.has(key)) return std::nullopt;
  return Placed<std::string>{mapping.text(key), YamlReader::place(mapping.at(key))};
}

std::optional<parser::Position> must_fail_at(Mapping& mapping) {
  if (!mapping.flag("must_fail", false)) return std::nullopt;
  return YamlReader::place(mapping.at("must_fail"));
}

TrustExpectation read_trust_expectation(Reading& reading, const YAML::Node& expect) {
  TrustExpectation trust;
  if (!expect.IsDefined()) return trust;
  Mapping mapping(reading.yaml, expect, form("trust-expect"));
  if (mapping.has("matrix")) {
    trust.matrix.emplace();
    trust.matrix->where = mapping.where("matrix");
    trust.matrix->value = read_matrix(reading, mapping.at("matrix"));
  }
  if (mapping.has("links"))
    for (const YAML::Node& node : reading.yaml.list(mapping.at("links"), "'links'"))
      trust.links.push_back(read_link(reading, node));
  trust.remarks = placed_texts(reading, mapping, "remarks");
  trust.must_fail = must_fail_at(mapping);
  if (mapping.has("changes")) {
    trust.changes.emplace();
    trust.changes->where = mapping.where("changes");
    for (const YAML::Node& node : reading.yaml.list(mapping.at("changes"), "'changes'"))
      trust.changes->value.push_back(read_change(reading, node));
  }
  if (trust.must_fail && (trust.matrix || !trust.links.empty()))
    reading.yaml.complain(*trust.must_fail, "either 'must_fail', for every link, or 'matrix' and 'links'");
  return trust;
}

void read_state_expectations(Reading& reading, const YAML::Node& expect, Step& step) {
  if (!expect.IsDefined() || !expect.IsMap()) return;
  if (const YAML::Node rings = expect["rings"]; rings.IsDefined())
    for (const YAML::Node& node : reading.yaml.list(rings, "'rings'"))
      step.rings.push_back(read_ring(reading, node, step.system));
  if (const YAML::Node certificates = expect["certificates"]; certificates.IsDefined())
    for (const YAML::Node& node : reading.yaml.list(certificates, "'certificates'"))
      step.certificates.push_back(read_certificate(reading, node, step.system));
}

}  // namespace ringside::harness
