// scenarios/harness/expectation_reader.cpp - what steps must show.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "scenarios/harness/reading.hpp"

namespace ringside::harness {
namespace {

constexpr long highest_code = 4095;

// "IRRD109I", "IKJ56712I", "RSD202I": letters, digits, a letter.
bool is_message_id(const std::string& id) {
  const auto is = [](const char* set) {
    return [set](char c) { return std::string_view(set).find(c) != std::string_view::npos; };
  };
  constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr const char* digits = "0123456789";
  const auto first_digit = std::find_if(id.begin(), id.end(), is(digits));
  return id.size() >= 7 && id.size() <= 10 && first_digit - id.begin() >= 3 &&
         std::all_of(id.begin(), first_digit, is(letters)) && std::all_of(first_digit, id.end() - 1, is(digits)) &&
         is(letters)(id.back());
}

MessageExpectation read_message(Reading& reading, const YAML::Node& node) {
  MessageExpectation message;
  message.where = YamlReader::place(node);
  if (node.IsScalar()) {
    message.id = node.Scalar();
  } else {
    Mapping mapping(reading.yaml, node, "a message", {"id", "inserts"});
    message.id = mapping.required_text("id");
    if (mapping.has("inserts"))
      for (const YAML::Node& insert : reading.yaml.list_or_one(mapping.at("inserts")))
        message.inserts.push_back(reading.yaml.text(insert, "an insert").value_or(""));
  }
  if (!is_message_id(message.id))
    reading.yaml.complain(node, fmt::format("'{}' is no message number", base::printable(message.id)));
  return message;
}

std::vector<Placed<std::string>> read_texts(Reading& reading, const YAML::Node& node) {
  std::vector<Placed<std::string>> texts;
  for (const YAML::Node& item : reading.yaml.list_or_one(node)) {
    const auto text = reading.yaml.text(item, "a text to look for");
    if (text && text->empty()) reading.yaml.complain(item, "an empty text is in every output");
    if (text) texts.push_back({*text, YamlReader::place(item)});
  }
  return texts;
}

OutputExpectation read_output(Reading& reading, Mapping& mapping) {
  OutputExpectation output;
  if (!mapping.has("output")) return output;
  Mapping inner(reading.yaml, mapping.at("output"), "'output'", {"contains", "lacks"});
  if (inner.has("contains")) output.contains = read_texts(reading, inner.at("contains"));
  if (inner.has("lacks")) output.lacks = read_texts(reading, inner.at("lacks"));
  return output;
}

// 8, or what a job or step is shown with: "CC 0008", "JCL ERROR", "ABEND S806", "BYPASSED".
Placed<ConditionCode> read_code(Reading& reading, const YAML::Node& node) {
  static const std::set<std::string> words = {"JCL ERROR", "SEC ERROR", "SCANNED", "BYPASSED", "FLUSHED", "FAULT"};
  const std::string text = base::upper(reading.yaml.text(node, "a condition code").value_or("0"));
  const auto number = base::number(text.starts_with("CC ") ? text.substr(3) : text, highest_code);
  if (number) return {fmt::format("CC {:04}", *number), YamlReader::place(node)};
  if (!words.contains(text) && !text.starts_with("ABEND "))
    reading.yaml.complain(node, fmt::format("a condition code is 0 to {}, ABEND with its code, or one of {}",
                                            highest_code, base::join({words.begin(), words.end()}, ", ")));
  return {text, YamlReader::place(node)};
}

std::vector<CommandExpectation> read_commands(Reading& reading, const YAML::Node& node) {
  std::vector<CommandExpectation> commands;
  for (const YAML::Node& item : reading.yaml.list(node, "'commands'")) {
    Mapping mapping(reading.yaml, item, "a command's expectations", {"command", "rc", "messages", "output"});
    commands.push_back(read_command_expectation(reading, mapping));
  }
  return commands;
}

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
  Mapping mapping(reading.yaml, node, "a ring's member", {"owner", "label", "usage", "default"});
  MemberExpectation member;
  member.owner = owner_at(mapping, "owner");
  member.label = mapping.required_text("label");
  member.usage = read_choice(reading, mapping, "usage", usages).value_or(Usage::personal);
  if (!mapping.has("usage")) mapping.required_text("usage");
  member.is_default = mapping.flag("default", false);
  return member;
}

RingExpectation read_ring(Reading& reading, const YAML::Node& node, const std::string& system) {
  Mapping mapping(reading.yaml, node, "a ring's expectations", {"system", "ring", "exists", "members"});
  RingExpectation ring;
  if (!mapping.valid()) return ring;
  ring.where = mapping.where();
  ring.system = system_at(reading, mapping, "system", system);
  ring.ring = ring_at(reading, mapping, "ring");
  ring.exists = mapping.flag("exists", true);
  if (!mapping.has("members")) return ring;
  if (!ring.exists) reading.yaml.complain(mapping.at("members"), "a ring that must not exist has no members");
  ring.members.emplace();
  ring.members->where = YamlReader::place(mapping.at("members"));
  for (const YAML::Node& item : reading.yaml.list(mapping.at("members"), "'members'"))
    ring.members->value.push_back(read_member(reading, item));
  return ring;
}

std::optional<Placed<std::string>> placed_text(Mapping& mapping, const std::string& key) {
  if (!mapping.has(key)) return std::nullopt;
  return Placed<std::string>{mapping.text(key), YamlReader::place(mapping.at(key))};
}

CertificateExpectation read_certificate(Reading& reading, const YAML::Node& node, const std::string& system) {
  using database::Status;
  static constexpr std::array<std::pair<const char*, Status>, 3> statuses = {
      {{"TRUST", Status::trust}, {"NOTRUST", Status::notrust}, {"HIGHTRUST", Status::hightrust}}};
  Mapping mapping(reading.yaml, node, "a certificate's expectations",
                  {"system", "owner", "label", "exists", "status", "private_key", "serial", "subject", "issuer"});
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
                                            did_you_mean(*text, reason_names())));
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
  Mapping mapping(reading.yaml, node, "a link", {"client", "server", "verdict", "by", "openssl"});
  LinkExpectation link;
  if (!mapping.valid()) return link;
  link.where = mapping.where();
  link.client = mapping.required_text("client");
  link.server = mapping.required_text("server");
  if (mapping.has("verdict"))
    link.verdict = read_verdict(reading, mapping.at("verdict"));
  else
    mapping.required_text("verdict");
  link.refused_by = read_choice(reading, mapping, "by", sides);
  link.openssl = placed_text(mapping, "openssl");
  return link;
}

}  // namespace

CommandExpectation read_command_expectation(Reading& reading, Mapping& mapping) {
  CommandExpectation expect;
  if (!mapping.valid()) return expect;
  expect.where = expect.rc.where = mapping.where();
  expect.command = placed_text(mapping, "command");
  if (mapping.has("rc"))
    expect.rc = {static_cast<int>(reading.yaml.number(mapping.at("rc"), "'rc'", 0, highest_code).value_or(0)),
                 YamlReader::place(mapping.at("rc"))};
  if (mapping.has("messages")) {
    expect.messages.emplace();
    expect.messages->where = YamlReader::place(mapping.at("messages"));
    for (const YAML::Node& node : reading.yaml.list_or_one(mapping.at("messages")))
      expect.messages->value.push_back(read_message(reading, node));
  }
  expect.output = read_output(reading, mapping);
  return expect;
}

JobExpectation read_job_expectation(Reading& reading, const YAML::Node& expect, parser::Position of_step) {
  JobExpectation job;
  job.cc = {"CC 0000", of_step};
  if (!expect.IsDefined()) return job;
  Mapping mapping(reading.yaml, expect, "a job's expectations",
                  {"cc", "steps", "commands", "output", "rings", "certificates"});
  if (mapping.has("cc")) job.cc = read_code(reading, mapping.at("cc"));
  if (mapping.has("steps"))
    for (const auto& [name, code] : reading.yaml.pairs(mapping.at("steps"), "'steps'"))
      job.steps.push_back({name.Scalar(), read_code(reading, code)});
  if (mapping.has("commands")) {
    job.commands.emplace();
    job.commands->where = YamlReader::place(mapping.at("commands"));
    job.commands->value = read_commands(reading, mapping.at("commands"));
  }
  job.output = read_output(reading, mapping);
  return job;
}

TrustExpectation read_trust_expectation(Reading& reading, const YAML::Node& expect) {
  TrustExpectation trust;
  if (!expect.IsDefined()) return trust;
  Mapping mapping(reading.yaml, expect, "a trust check's expectations", {"matrix", "links", "rings", "certificates"});
  if (mapping.has("matrix")) {
    trust.matrix.emplace();
    trust.matrix->where = YamlReader::place(mapping.at("matrix"));
    trust.matrix->value = read_matrix(reading, mapping.at("matrix"));
  }
  if (mapping.has("links"))
    for (const YAML::Node& node : reading.yaml.list(mapping.at("links"), "'links'"))
      trust.links.push_back(read_link(reading, node));
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
