// harness/steps/trust.cpp - the step 'trust': a handshake for every ordered pair of servers.
#include "harness/steps/trust.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/play/transcript.hpp"
#include "harness/steps/link_checks.hpp"
#include "harness/steps/presence_checks.hpp"
#include "harness/steps/step_kind.hpp"
#include "harness/steps/timeline_checks.hpp"
#include "harness/trust/timeline_text.hpp"
#include "harness/trust/trust_text.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey trust_keys[] = {
    {"endpoints", "'all'|[text|endpoint]",
     "SYSTEM:OWNER/RING; every ring with members if they are left out. 'all': every ring, and each z/OS system has "
     "one."},
    {"tls", "'1.2'|'1.3'|'both'|1.2|1.3", "Versions of TLS; both if it is left out."},
    {"mutual", "flag", "Servers insist on a client certificate."},
    {"verify_host", "flag", "Clients check the host name."},
    {"at", "moment", "Certificates are judged at that moment; the clock stays."},
    {"until", "moment",
     "Also every moment up to then at which a link breaks or begins to hold; a date without a time is the end of that "
     "day."},
    {"expires_within", "days", "As 'until', so many days from then on; and no certificate of the links may end: 30d."},
};
constexpr FormKey endpoint_keys[] = {
    {"name", "text", "How the matrix calls it."},
    {"system", "text", "Where it runs."},
    {"ring", "text", "OWNER/RING; or key stores instead."},
    {"key_store", "text", "The path of a key store, JKS or PKCS#12, with the server's key."},
    {"trust_store", "text", "The path of a key store with anchors; the key store if it is left out."},
    {"password", "text", "Of both stores and of the key."},
    {"label", "text", "The certificate to show, if not the ring's default or the key store's first key."},
    {"host", "text", "The name that clients call it by; the system's if it is left out."},
};
constexpr Form trust_forms[] = {{"trust", "a trust check", trust_keys}, {"endpoint", "an endpoint", endpoint_keys}};

Endpoint read_endpoint_text(Reading& reading, const YAML::Node& node) {
  auto endpoint = parse_endpoint(node.Scalar(), reading.systems.size() == 1 ? reading.systems.front() : "");
  if (!endpoint) {
    reading.yaml.complain(node, endpoint.error());
    return {};
  }
  if (std::find(reading.systems.begin(), reading.systems.end(), endpoint->system) == reading.systems.end())
    reading.yaml.complain(node,
                          fmt::format("there is no system {} in this scenario{}", base::printable(endpoint->system),
                                      base::did_you_mean(endpoint->system, reading.systems, base::Quotes::yes)));
  return *std::move(endpoint);
}

network::KeyStores read_key_stores(Reading& reading, Mapping& mapping) {
  network::KeyStores stores;
  stores.key_store = path_at(reading, mapping, "key_store");
  stores.trust_store = mapping.has("trust_store") ? path_at(reading, mapping, "trust_store") : stores.key_store;
  if (!mapping.has("password")) reading.yaml.complain(mapping.where(), "a key store needs the key 'password'");
  stores.password = base::Secret(mapping.text("password"));
  if (mapping.has("ring")) reading.yaml.complain(mapping.at("ring"), "either 'ring' or 'key_store'");
  return stores;
}

Endpoint read_endpoint(Reading& reading, const YAML::Node& node) {
  if (node.IsScalar()) return read_endpoint_text(reading, node);
  Mapping mapping(reading.yaml, node, form("endpoint"));
  Endpoint endpoint;
  endpoint.name = mapping.text("name");
  endpoint.system = system_at(reading, mapping, "system", {});
  if (mapping.has("key_store"))
    endpoint.stores = read_key_stores(reading, mapping);
  else if (mapping.valid() && !mapping.has("ring"))
    reading.yaml.complain(mapping.where(), "an endpoint needs the key 'ring' or 'key_store'");
  else
    endpoint.ring = ring_at(reading, mapping, "ring");
  if (mapping.has("label")) endpoint.label = mapping.required_text("label");
  endpoint.host = mapping.text("host");
  return endpoint;
}

void read_endpoints(Reading& reading, const YAML::Node& node, CheckTrust& action) {
  action.every_system = node.IsScalar() && node.Scalar() == "all";
  if (action.every_system) return;
  for (const YAML::Node& item : reading.yaml.list(node, "'endpoints'"))
    action.endpoints.push_back(read_endpoint(reading, item));
}

void read_period(Reading& reading, Mapping& mapping, CheckTrust& action) {
  action.until = moment_at(reading, mapping, "until", base::TimeOfDay::end);
  if (!mapping.has("expires_within")) return;
  const auto days = base::parse_days(mapping.text("expires_within"));
  if (!days) reading.yaml.complain(mapping.at("expires_within"), "'expires_within' is a number of days such as 30d");
  if (action.until) reading.yaml.complain(mapping.at("expires_within"), "either 'until' or 'expires_within'");
  action.until = action.options.at.value_or(reading.now) + days.value_or(std::chrono::days{});
  action.none_may_end = true;
}

std::shared_ptr<const Action> read_trust(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("trust"), form("trust"));
  auto action = std::make_shared<CheckTrust>();
  if (mapping.has("endpoints")) read_endpoints(reading, mapping.at("endpoints"), *action);
  action->options.versions = versions_at(reading, mapping, "tls");
  action->options.mutual = mapping.flag("mutual", false);
  action->options.verify_host = mapping.flag("verify_host", false);
  action->options.at = moment_at(reading, mapping, "at");
  read_period(reading, mapping, *action);
  action->expect = read_trust_expectation(reading, expectations_of(step));
  if (action->expect.changes && !action->until)
    reading.yaml.complain(action->expect.changes->where,
                          "'changes' needs 'until' or 'expires_within' in the trust check");
  return action;
}

void look_ahead(lab::Lab& lab, const CheckTrust& check, const std::vector<Endpoint>& endpoints, const Step& step,
                StepReport& report) {
  auto timeline = trust_timeline(lab, endpoints, check.options, *check.until);
  if (!timeline) {
    report.failures.push_back({"trust check", "handshakes", timeline.error(), step.where});
    return;
  }
  check_links(lab, check.expect, timeline->start, report.failures);
  check_changes(check.expect, *timeline, step.where, report.failures);
  if (check.none_may_end) check_ends(*timeline, step.where, report.failures);
  auto lines = trust_lines(timeline->start);
  const auto ahead = timeline_lines(*timeline);
  lines.insert(lines.end(), ahead.begin(), ahead.end());
  add_transcript(report.failures, 0, lines);
  report.trust = timeline->start;
  report.timeline = *std::move(timeline);
}

}  // namespace

std::string CheckTrust::title(ScenarioLab& /*lab*/) const {
  return "who trusts whom";
}

void CheckTrust::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  const auto servers = endpoints.empty() ? all_endpoints(lab.lab()) : endpoints;
  if (endpoints.empty() && (every_system || !expect.matrix))
    check_presence(lab, servers, every_system, step.where, report.failures);
  remember_rings(lab, servers, step.where);
  if (until) return look_ahead(lab.lab(), *this, servers, step, report);
  auto trust = check_trust(lab.lab(), servers, options);
  if (!trust) {
    report.failures.push_back({"trust check", "handshakes", trust.error(), step.where});
    return;
  }
  check_links(lab.lab(), expect, *trust, report.failures);
  add_transcript(report.failures, 0, trust_lines(*trust));
  report.trust = *std::move(trust);
}

const StepKind trust_step{
    .key = {"trust", "trust", "Shakes hands for every ordered pair of servers."},
    .topic = Topic::checks,
    .expects = Expects::own,
    .read = read_trust,
    .forms = trust_forms,
    .expect_forms = trust_expectation_forms(),
};

}  // namespace ringside::harness
