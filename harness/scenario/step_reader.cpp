// harness/scenario/step_reader.cpp - the steps of a scenario file: one action each.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "harness/scenario/reading.hpp"
#include "harness/scenario/text_file.hpp"

namespace ringside::harness {
namespace {

constexpr const char* default_user = "IBMUSER";

YAML::Node expectations(Mapping& mapping) {
  return mapping.has("expect") ? mapping.at("expect") : YAML::Node(YAML::NodeType::Undefined);
}

Action read_submit(Reading& reading, Mapping& mapping) {
  const std::string name = mapping.required_text("submit");
  SubmitJob action{name, {}, read_job_expectation(reading, expectations(mapping), mapping.where())};
  action.text = file_beside(reading, mapping.at("submit"), name, "a job's file");
  return action;
}

Action read_inline_job(Reading& reading, Mapping& mapping) {
  return SubmitJob{"inline job", mapping.required_text("jcl"),
                   read_job_expectation(reading, expectations(mapping), mapping.where())};
}

TsoCommands::Command read_command(Reading& reading, const YAML::Node& node) {
  TsoCommands::Command command;
  if (node.IsScalar()) {
    command.text = node.Scalar();
    command.expect.where = command.expect.rc.where = YamlReader::place(node);
  } else {
    Mapping mapping(reading.yaml, node, form("command"));
    command.text = mapping.required_text("command");
    command.expect = read_command_expectation(reading, mapping);
    command.expect.command.reset();
  }
  if (base::trim(command.text).empty()) reading.yaml.complain(node, "a command is empty");
  return command;
}

Action read_tso(Reading& reading, Mapping& mapping) {
  TsoCommands action;
  for (const YAML::Node& node : reading.yaml.list_or_one(mapping.at("tso")))
    action.commands.push_back(read_command(reading, node));
  if (action.commands.empty()) reading.yaml.complain(mapping.at("tso"), "'tso' holds no command");
  return action;
}

std::string data_set_name(Reading& reading, Mapping& mapping, const std::string& key, const std::string& otherwise) {
  if (!mapping.has(key) && !otherwise.empty()) return otherwise;
  const std::string name = base::upper(mapping.required_text(key));
  if (!name.empty() && !base::is_data_set_name(name))
    reading.yaml.complain(mapping.at(key), fmt::format("{} is no data set name", base::printable(name)));
  return name;
}

Action read_file_transfer(Reading& reading, Mapping& mapping) {
  TransferFile action;
  action.data_set = data_set_name(reading, mapping, "data_set", {});
  read_place(reading, mapping, "file", action.host, action.path);
  action.to_file = mapping.has("from");
  if (mapping.has("from") && mapping.has("to"))
    reading.yaml.complain(mapping.where(), "'file' stands in the place of 'from' or of 'to'");
  action.system = system_at(reading, mapping, action.to_file ? "from" : "to", {});
  action.text = mapping.flag("text", false);
  action.owner = mapping.text("owner");
  if (mapping.has("as")) reading.yaml.complain(mapping.at("as"), "'as' is for a data set that goes to a data set");
  return action;
}

Action read_transfer(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("transfer"), form("transfer"));
  if (mapping.has("file")) return read_file_transfer(reading, mapping);
  for (const char* key : {"text", "owner"})
    if (mapping.has(key))
      reading.yaml.complain(mapping.at(key), fmt::format("'{}' is for a transfer with 'file'", key));
  TransferDataSet action;
  action.data_set = data_set_name(reading, mapping, "data_set", {});
  action.as = data_set_name(reading, mapping, "as", action.data_set);
  action.from = system_at(reading, mapping, "from", {});
  action.to = system_at(reading, mapping, "to", {});
  return action;
}

Action read_clock(Reading& reading, Mapping& mapping) {
  return MoveClock{moment_at(reading, mapping, "clock").value_or(base::Instant{})};
}

Action read_reopen(Reading& reading, Mapping& mapping) {
  if (!mapping.flag("reopen", false)) reading.yaml.complain(mapping.at("reopen"), "'reopen' is true, or left out");
  return ReopenLab{};
}

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

Action read_trust(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("trust"), form("trust"));
  CheckTrust action;
  if (mapping.has("endpoints"))
    for (const YAML::Node& node : reading.yaml.list(mapping.at("endpoints"), "'endpoints'"))
      action.endpoints.push_back(read_endpoint(reading, node));
  action.options.versions = versions_at(reading, mapping, "tls");
  action.options.mutual = mapping.flag("mutual", false);
  action.options.verify_host = mapping.flag("verify_host", false);
  action.options.at = moment_at(reading, mapping, "at");
  action.until = moment_at(reading, mapping, "until");
  action.expect = read_trust_expectation(reading, expectations(step));
  if (action.expect.changes && !action.until)
    reading.yaml.complain(action.expect.changes->where, "'changes' needs 'until' in the trust check");
  return action;
}

using ActionReader = Action (*)(Reading&, Mapping&);
struct ActionKey {
  const char* key;
  ActionReader read;
  bool on_a_system;
};
constexpr std::array<ActionKey, 16> actions = {{
    {"submit", read_submit, true},
    {"jcl", read_inline_job, true},
    {"tso", read_tso, true},
    {"transfer", read_transfer, false},
    {"clock", read_clock, false},
    {"trust", read_trust, false},
    {"sh", read_sh, true},
    {"start_agent", read_start_agent, true},
    {"stop_agent", read_stop_agent, true},
    {"put", read_put, true},
    {"copy", read_copy, false},
    {"tls", read_tls, false},
    {"script", read_script, true},
    {"keytool", read_keytool, true},
    {"openssl", read_openssl, true},
    {"reopen", read_reopen, false},
}};

std::string action_names() {
  std::vector<std::string> names;
  for (const ActionKey& action : actions) names.emplace_back(action.key);
  return base::join(names, ", ");
}

// Jobs and handshakes read their own keys of `expect`; after any other step the state can be looked at, and a copy can
// be said to fail.
void read_own_expectations(Reading& reading, const YAML::Node& expect, Step& step) {
  const Action& action = step.action;
  if (!expect.IsDefined() || std::holds_alternative<SubmitJob>(action) || std::holds_alternative<CheckTrust>(action) ||
      std::holds_alternative<CheckTls>(action))
    return;
  const bool copies = std::holds_alternative<TransferDataSet>(step.action) ||
                      std::holds_alternative<TransferFile>(step.action) ||
                      std::holds_alternative<CopyFiles>(step.action) || std::holds_alternative<PutFile>(step.action);
  Mapping mapping(reading.yaml, expect, form(copies ? "copy-expect" : "state-expect"));
  if (copies) step.must_fail = must_fail_at(mapping);
}

}  // namespace

std::string file_beside(Reading& reading, const YAML::Node& node, const std::string& name, const std::string& what) {
  if (name.empty()) return {};
  if (!stays_below(name)) {
    reading.yaml.complain(node, what + " stands beside the scenario or below it");
    return {};
  }
  auto text = read_text_file(reading.folder / name, base::limits::input_file_bytes);
  if (text) return *std::move(text);
  reading.yaml.complain(node, text.error());
  return {};
}

Step read_step(Reading& reading, const YAML::Node& node) {
  Mapping mapping(reading.yaml, node, form("step"));
  Step step;
  if (!mapping.valid()) return step;
  step.where = mapping.where();
  step.title = base::trim(mapping.text("title"));
  step.user = base::upper(mapping.text("user", default_user));
  step.host_user = mapping.text("user", step.host_user);
  if (mapping.has("system")) step.system = system_name(reading, mapping.at("system"));
  int found = 0;
  for (const ActionKey& action : actions) {
    if (!mapping.has(action.key)) continue;
    if (++found > 1)
      reading.yaml.complain(step.where, fmt::format("a step does one thing; '{}' is one too many", action.key));
    if (action.on_a_system && !mapping.has("system")) step.system = system_at(reading, mapping, "system", {});
    step.action = action.read(reading, mapping);
  }
  const YAML::Node expect = expectations(mapping);
  if (found == 0 && !expect.IsDefined())
    reading.yaml.complain(step.where, fmt::format("a step needs {} or something to expect", action_names()));
  read_own_expectations(reading, expect, step);
  read_state_expectations(reading, expect, step);
  return step;
}

}  // namespace ringside::harness
