// harness/steps/trust_expectation.cpp - reads what a trust check must show.
#include "harness/steps/trust_expectation.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/scenario/reading.hpp"
#include "harness/steps/state_expectation.hpp"

namespace ringside::harness {
namespace {

constexpr long most_links = 1'000'000;

constexpr FormKey trust_expect_keys[] = {
    {"matrix", "{{verdict}}", "Client to server to verdict: every pair."},
    {"links", "[link]", "Some pairs."},
    {"must_fail", "flag", "Every link is refused."},
    {"least_links", "1..1000000", "There are as many pairs of a client and a server, or more."},
    {"remarks", "text|[text]", "Texts that the remarks below the matrix contain."},
    {"changes", "[change]", "With 'until': every link that breaks or begins to hold; none if it is left out."},
    rings_key,
    certificates_key,
};
constexpr FormKey link_keys[] = {
    {"client", "text", "Its endpoint.", is_required},
    {"server", "text", "Its endpoint.", is_required},
    {"verdict", "verdict", "'trusted' or a reason.", is_required},
    {"by", "'client'|'server'", "The side that refuses."},
    {"explanation", "text", "Text that the explanation in RACF's terms contains."},
    {"openssl", "text", "Text that OpenSSL's words contain."},
};
constexpr FormKey change_keys[] = {
    {"on", "moment", "The day or the second of the change.", is_required},
    {"client", "text", "Its endpoint.", is_required},
    {"server", "text", "Its endpoint.", is_required},
    {"verdict", "verdict", "From then on: 'trusted' or a reason.", is_required},
};
constexpr Form expectation_forms[] = {
    {"trust-expect", "a trust check's expectations", trust_expect_keys},
    {"link", "a link", link_keys},
    {"change", "a change", change_keys},
};

Reason read_verdict(Reading& reading, const YAML::Node& node) {
  const auto text = reading.yaml.text(node, "a verdict");
  if (!text) return Reason::other;
  const auto reason = reason_from(*text);
  if (!reason)
    reading.yaml.complain(node,
                          fmt::format("'{}' is not a verdict; it is 'trusted' or a reason{}", base::printable(*text),
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
  change.whole_day = is_whole_day(mapping, "on");
  change.client = mapping.required_text("client");
  change.server = mapping.required_text("server");
  if (mapping.has("verdict")) change.verdict = read_verdict(reading, mapping.at("verdict"));
  return change;
}

}  // namespace

std::span<const Form> trust_expectation_forms() {
  return expectation_forms;
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
  if (mapping.has("least_links"))
    trust.least_links = {reading.yaml.number(mapping.at("least_links"), "'least_links'", 1, most_links).value_or(1),
                         mapping.where("least_links")};
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

}  // namespace ringside::harness
