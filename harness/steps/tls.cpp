// harness/steps/tls.cpp - the step 'tls': mutual handshakes between an agent and its engine.
#include <fmt/format.h>

#include "base/secret.hpp"
#include "emulator/hosttools/agent/agent.hpp"
#include "emulator/hosttools/network/engine_store.hpp"
#include "harness/steps/state_expectation.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey tls_keys[] = {
    {"agent", "text", "SYSTEM:/FOLDER of the agent.", is_required},
    {"key_store", "text", "SYSTEM:/PATH of the engine's key store.", is_required},
    {"trust_store", "text", "SYSTEM:/PATH of its trust store.", is_required},
    {"password", "text", "Of both stores and of the key.", is_required},
    {"tls", "'1.2'|'1.3'|'both'|1.2|1.3", "Versions of TLS; both if it is left out."},
};
constexpr FormKey handshake_keys[] = {
    {"refused_by", "'client'|'server'", "The side that refuses.", is_required},
    {"openssl", "text", "Text that OpenSSL's words contain."},
};
constexpr FormKey tls_expect_keys[] = {
    {"to_agent", "'trusted'|handshake", "The engine calls the agent."},
    {"to_server", "'trusted'|handshake", "The agent calls the engine."},
    {"must_fail", "flag", "Neither is trusted."},
    rings_key,
    certificates_key,
};
constexpr Form tls_forms[] = {{"tls", "a TLS check", tls_keys},
                              {"handshake", "a handshake's expectations", handshake_keys}};
constexpr Form tls_expect_forms[] = {{"tls-expect", "a TLS check's expectations", tls_expect_keys}};

/// One of the two handshakes of an agent and its engine. It must succeed unless a side must refuse it.
struct TlsExpectation {
  std::optional<Side> refused_by;
  std::string openssl;  ///< text that OpenSSL's words contain
  parser::Position where;
};

/// The agent reads PEM files, its engine reads key stores.
class CheckTls final : public Action {
 public:
  std::string agent_system, agent_folder;
  std::string server_system, key_store, trust_store;
  base::Secret password;  ///< of both stores and of the key
  std::vector<crypto::TlsVersion> versions;
  TlsExpectation to_agent, to_server;
  std::optional<parser::Position> must_fail;  ///< both must be refused; then the two above do not count

  [[nodiscard]] std::string title(ScenarioLab& /*lab*/) const override {
    return fmt::format("handshakes of {} and {}", agent_system, server_system);
  }
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

TlsExpectation read_direction(Reading& reading, Mapping& expect, const std::string& key) {
  TlsExpectation direction;
  direction.where = expect.where();
  if (!expect.has(key)) return direction;
  const YAML::Node node = expect.at(key);
  direction.where = YamlReader::place(node);
  if (node.IsScalar()) {
    if (node.Scalar() != "trusted") reading.yaml.complain(node, "it is 'trusted', or {refused_by, openssl}");
    return direction;
  }
  Mapping mapping(reading.yaml, node, form("handshake"));
  const std::string side = mapping.required_text("refused_by");
  if (side == "client")
    direction.refused_by = Side::client;
  else if (side == "server")
    direction.refused_by = Side::server;
  else if (!side.empty())
    reading.yaml.complain(mapping.at("refused_by"), "'refused_by' is client or server");
  direction.openssl = mapping.text("openssl");
  return direction;
}

std::shared_ptr<const Action> read_tls(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("tls"), form("tls"));
  auto action = std::make_shared<CheckTls>();
  read_place(reading, mapping, "agent", action->agent_system, action->agent_folder);
  read_place(reading, mapping, "key_store", action->server_system, action->key_store);
  std::string trust_system;
  read_place(reading, mapping, "trust_store", trust_system, action->trust_store);
  if (trust_system != action->server_system)
    reading.yaml.complain(mapping.where(), "the engine's two key stores are on one system");
  action->password = base::Secret(mapping.required_text("password"));
  action->versions = versions_at(reading, mapping, "tls");
  if (!step.has("expect")) return action;
  Mapping expect(reading.yaml, step.at("expect"), form("tls-expect"));
  action->to_agent = read_direction(reading, expect, "to_agent");
  action->to_server = read_direction(reading, expect, "to_server");
  action->must_fail = must_fail_at(expect);
  if (action->must_fail && (expect.has("to_agent") || expect.has("to_server")))
    reading.yaml.complain(*action->must_fail, "either 'must_fail', for both, or 'to_agent' and 'to_server'");
  return action;
}

std::string words_of(const crypto::SideResult& side) {
  if (!side.verify_text.empty()) return side.verify_text;
  return side.error.empty() ? "the other side refused" : side.error;
}

/// The side that refused: the one that found the error, not the one that received the alert.
Side refusing_side(const crypto::HandshakeOutcome& outcome) {
  if (outcome.trusted) return Side::neither;
  if (outcome.client.verify_error != 0) return Side::client;
  if (outcome.server.verify_error != 0) return Side::server;
  return outcome.client.alert_received.empty() && !outcome.client.error.empty() ? Side::client : Side::server;
}

std::string name_of(Side side) {
  return side == Side::client ? "client" : "server";
}

struct Direction {
  std::string name;
  const crypto::Party& client;
  const crypto::Party& server;
  const TlsExpectation& expect;
  const std::optional<parser::Position>& must_fail;
};

void judge(const Direction& direction, const std::string& what, const crypto::HandshakeOutcome& outcome,
           StepReport& report) {
  const Side refused_by = refusing_side(outcome);
  const std::string words =
      outcome.trusted ? "" : words_of(refused_by == Side::client ? outcome.client : outcome.server);
  const std::string came =
      outcome.trusted ? "trusted" : fmt::format("refused by the {}: {}", name_of(refused_by), words);
  report.notes.push_back(what + ": " + came);
  if (direction.must_fail) {
    if (outcome.trusted) report.failures.push_back({what, "refused", came, *direction.must_fail});
    return;
  }
  const TlsExpectation& expect = direction.expect;
  const std::string expected = !expect.refused_by ? "trusted"
                               : expect.openssl.empty()
                                   ? fmt::format("refused by the {}", name_of(*expect.refused_by))
                                   : fmt::format("refused by the {}: {}", name_of(*expect.refused_by), expect.openssl);
  const bool holds = expect.refused_by
                         ? refused_by == *expect.refused_by && words.find(expect.openssl) != std::string::npos
                         : outcome.trusted;
  if (!holds) report.failures.push_back({what, expected, came, expect.where});
}

void shake_hands(base::Instant now, const CheckTls& action, crypto::TlsVersion version, const crypto::Party& agent,
                 const crypto::Party& engine, StepReport& report) {
  const Direction directions[] = {{action.server_system + " calls the agent on " + action.agent_system, engine, agent,
                                   action.to_agent, action.must_fail},
                                  {"the agent on " + action.agent_system + " calls " + action.server_system, agent,
                                   engine, action.to_server, action.must_fail}};
  crypto::HandshakeOptions options;
  options.version = version;
  options.mutual = true;
  options.at = now;
  for (const Direction& direction : directions)
    judge(direction, fmt::format("{}, {}", direction.name, to_string(version)),
          crypto::handshake(direction.client, direction.server, options), report);
}

void CheckTls::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  const base::Instant now = lab.lab().now();
  const auto agent = agent::running_agent(lab.files(agent_system, "root"), agent_folder, now);
  if (!agent || !agent->party) {
    const std::string why = !agent ? "it does not run" : agent->messages.empty() ? "" : agent->messages.front().text;
    report.failures.push_back({"agent of " + agent_system, "it runs, and its files fit", why, step.where});
    return;
  }
  const auto engine = network::engine_party(lab.files(server_system, "root"), key_store, trust_store, password);
  if (!engine) {
    report.failures.push_back({"engine of " + server_system, "its key stores can be read", engine.error(), step.where});
    return;
  }
  for (const crypto::TlsVersion version : versions) shake_hands(now, *this, version, *agent->party, *engine, report);
}

}  // namespace

constinit const StepKind tls_step{
    .key = {"tls", "tls", "Starts an agent, and shakes hands between it and its engine."},
    .topic = Topic::checks,
    .expects = Expects::own,
    .read = read_tls,
    .forms = tls_forms,
    .expect_forms = tls_expect_forms,
};

}  // namespace ringside::harness
