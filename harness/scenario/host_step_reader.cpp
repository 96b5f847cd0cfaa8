// harness/scenario/host_step_reader.cpp - steps on systems that have files: sh, put, copy, tls.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/scenario/reading.hpp"

namespace ringside::harness {
namespace {

constexpr int lowest_failing_status = 1;

ShellCommands::Command read_line(Reading& reading, const YAML::Node& node) {
  ShellCommands::Command command;
  if (node.IsScalar()) {
    command.text = node.Scalar();
    command.expect.where = command.expect.rc.where = YamlReader::place(node);
  } else {
    Mapping mapping(reading.yaml, node, form("line"));
    command.text = mapping.required_text("run");
    command.input = mapping.text("input");
    command.expect = read_command_expectation(reading, mapping, lowest_failing_status);
  }
  if (base::trim(command.text).empty()) reading.yaml.complain(node, "a command is empty");
  return command;
}

Action read_lines(Reading& reading, Mapping& mapping, const std::string& key, const std::string& tool) {
  ShellCommands action;
  for (const YAML::Node& node : reading.yaml.list_or_one(mapping.at(key))) {
    action.commands.push_back(read_line(reading, node));
    action.commands.back().text.insert(0, tool);
  }
  if (action.commands.empty()) reading.yaml.complain(mapping.at(key), fmt::format("'{}' holds no command", key));
  return action;
}

unsigned mode_at(Reading& reading, Mapping& mapping, unsigned otherwise) {
  if (!mapping.has("mode")) return otherwise;
  const std::string text = mapping.text("mode");
  unsigned mode = 0;
  const bool octal = !text.empty() && text.size() <= 4 && text.find_first_not_of("01234567") == std::string::npos;
  for (const char digit : octal ? text : std::string()) mode = mode * 8 + static_cast<unsigned>(digit - '0');
  if (!octal) reading.yaml.complain(mapping.at("mode"), "'mode' is up to four octal digits, such as \"0600\"");
  return mode;
}

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

Action read_agent(Reading& reading, Mapping& step, const std::string& key, const std::string& tool) {
  const YAML::Node node = step.at(key);
  ShellCommands::Command command;
  command.expect.where = command.expect.rc.where = YamlReader::place(node);
  std::string folder;
  if (node.IsScalar()) {
    folder = path_at(reading, step, key);
  } else {
    Mapping mapping(reading.yaml, node, form("agent"));
    folder = path_at(reading, mapping, "folder");
    command.expect = read_command_expectation(reading, mapping, lowest_failing_status);
  }
  command.text = fmt::format("{}/{}", folder, tool);
  ShellCommands action;
  action.commands.push_back(std::move(command));
  return action;
}

}  // namespace

std::string path_at(Reading& reading, Mapping& mapping, const std::string& key) {
  const std::string path = mapping.required_text(key);
  if (!path.empty() && path.front() != '/')
    reading.yaml.complain(mapping.at(key), fmt::format("'{}' is a path that begins with '/'", key));
  return path;
}

void read_place(Reading& reading, Mapping& mapping, const std::string& key, std::string& system, std::string& path) {
  const std::string text = mapping.required_text(key);
  if (text.empty()) return;
  const std::size_t colon = text.find(':');
  system = base::upper(text.substr(0, colon));
  path = colon == std::string::npos ? "" : text.substr(colon + 1);
  const bool known = std::find(reading.systems.begin(), reading.systems.end(), system) != reading.systems.end();
  if (known && path.starts_with('/')) return;
  reading.yaml.complain(mapping.at(key), fmt::format("'{}' is SYSTEM:/PATH with a system of this scenario", key));
}

Action read_start_agent(Reading& reading, Mapping& mapping) {
  return read_agent(reading, mapping, "start_agent", "StartUpLwa");
}

Action read_stop_agent(Reading& reading, Mapping& mapping) {
  return read_agent(reading, mapping, "stop_agent", "ShutDownLwa");
}

std::vector<crypto::TlsVersion> versions_at(Reading& reading, Mapping& mapping, const std::string& key) {
  using crypto::TlsVersion;
  const std::string text = mapping.text(key, "both");
  if (text == "1.2") return {TlsVersion::tls12};
  if (text == "1.3") return {TlsVersion::tls13};
  if (text != "both") reading.yaml.complain(mapping.at(key), fmt::format("'{}' is 1.2, 1.3 or both", key));
  return {TlsVersion::tls12, TlsVersion::tls13};
}

Action read_sh(Reading& reading, Mapping& mapping) {
  return read_lines(reading, mapping, "sh", "");
}

Action read_keytool(Reading& reading, Mapping& mapping) {
  return read_lines(reading, mapping, "keytool", "keytool ");
}

Action read_openssl(Reading& reading, Mapping& mapping) {
  return read_lines(reading, mapping, "openssl", "openssl ");
}

Action read_script(Reading& reading, Mapping& step) {
  const YAML::Node node = step.at("script");
  ShellCommands action;
  ShellCommands::Command command;
  command.expect.where = command.expect.rc.where = YamlReader::place(node);
  std::string name;
  if (node.IsScalar()) {
    name = step.required_text("script");
  } else {
    Mapping mapping(reading.yaml, node, form("script"));
    name = mapping.required_text("file");
    command.input = mapping.text("input");
    command.expect = read_command_expectation(reading, mapping, lowest_failing_status);
  }
  command.text = file_beside(reading, node, name, "a script's file");
  action.source = name;
  action.commands.push_back(std::move(command));
  return action;
}

Action read_put(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("put"), form("file"));
  PutFile action;
  action.path = path_at(reading, mapping, "path");
  action.content = mapping.text("content");
  action.owner = mapping.text("owner");
  action.mode = mode_at(reading, mapping, action.mode);
  return action;
}

Action read_copy(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("copy"), form("copy"));
  CopyFiles action;
  if (mapping.has("paths"))
    for (const YAML::Node& node : reading.yaml.list_or_one(mapping.at("paths"))) {
      action.paths.push_back(reading.yaml.text(node, "a path").value_or(""));
      if (!action.paths.back().starts_with('/')) reading.yaml.complain(node, "a path begins with '/'");
    }
  else
    mapping.required_text("paths");
  action.from = system_at(reading, mapping, "from", {});
  action.to = system_at(reading, mapping, "to", {});
  action.into = path_at(reading, mapping, "into");
  action.owner = mapping.text("owner");
  return action;
}

Action read_tls(Reading& reading, Mapping& step) {
  Mapping mapping(reading.yaml, step.at("tls"), form("tls"));
  CheckTls action;
  read_place(reading, mapping, "agent", action.agent_system, action.agent_folder);
  read_place(reading, mapping, "key_store", action.server_system, action.key_store);
  std::string trust_system;
  read_place(reading, mapping, "trust_store", trust_system, action.trust_store);
  if (trust_system != action.server_system)
    reading.yaml.complain(mapping.where(), "the engine's two key stores are on one system");
  action.password = base::Secret(mapping.required_text("password"));
  action.versions = versions_at(reading, mapping, "tls");
  if (!step.has("expect")) return action;
  Mapping expect(reading.yaml, step.at("expect"), form("tls-expect"));
  action.to_agent = read_direction(reading, expect, "to_agent");
  action.to_server = read_direction(reading, expect, "to_server");
  action.must_fail = must_fail_at(expect);
  if (action.must_fail && (expect.has("to_agent") || expect.has("to_server")))
    reading.yaml.complain(*action.must_fail, "either 'must_fail', for both, or 'to_agent' and 'to_server'");
  return action;
}

}  // namespace ringside::harness
