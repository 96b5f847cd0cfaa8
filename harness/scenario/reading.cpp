// harness/scenario/reading.cpp - helpers that the readers of a scenario file's parts share.
#include "harness/scenario/reading.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "emulator/database/certificates.hpp"
#include "harness/scenario/text_file.hpp"

namespace ringside::harness {

bool stays_below(const std::filesystem::path& path) {
  return path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
}

std::optional<base::Instant> moment_at(Reading& reading, Mapping& mapping, const std::string& key,
                                       base::TimeOfDay of_date) {
  if (!mapping.has(key)) return std::nullopt;
  const std::string text = mapping.text(key);
  const auto moment = base::parse_moment_from(text, reading.now, {}, of_date);
  if (!moment)
    reading.yaml.complain(
        mapping.at(key),
        fmt::format("'{}' is not a date of the form 2013-05-17, 2013-05-17T08:30:00 or +30d", base::printable(text)));
  return moment;
}

bool is_whole_day(Mapping& mapping, const std::string& key) {
  const std::string text = mapping.text(key);
  return base::parse_date(text) || text.ends_with('d');
}

std::string system_name(Reading& reading, const YAML::Node& node) {
  const std::string name = base::upper(reading.yaml.text(node, "a system's name").value_or(""));
  if (name.empty()) return name;
  if (std::find(reading.systems.begin(), reading.systems.end(), name) != reading.systems.end()) return name;
  reading.yaml.complain(node, fmt::format("there is no system {} in this scenario{}", base::printable(name),
                                          base::did_you_mean(name, reading.systems, base::Quotes::yes)));
  return {};
}

std::string system_at(Reading& reading, Mapping& mapping, const std::string& key, const std::string& otherwise) {
  if (mapping.has(key)) return system_name(reading, mapping.at(key));
  if (!otherwise.empty()) return otherwise;
  if (reading.systems.size() == 1) return reading.systems.front();
  if (mapping.valid()) reading.yaml.complain(mapping.where(), fmt::format("the key '{}' must say which system", key));
  return {};
}

racf::RingName ring_at(Reading& reading, Mapping& mapping, const std::string& key) {
  const std::string text = mapping.required_text(key);
  if (text.empty()) return {};
  const auto name = racf::ring_name(text);
  if (!name) reading.yaml.complain(mapping.at(key), fmt::format("'{}' is not of the form OWNER/RING", text));
  return name.value_or(racf::RingName{});
}

std::string owner_at(Mapping& mapping, const std::string& key) {
  const std::string owner = base::upper(mapping.required_text(key));
  if (owner == "CERTAUTH") return database::certauth_owner;
  return owner == "SITE" ? database::site_owner : owner;
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

std::vector<crypto::TlsVersion> versions_at(Reading& reading, Mapping& mapping, const std::string& key) {
  using crypto::TlsVersion;
  const std::string text = mapping.text(key, "both");
  if (text == "1.2") return {TlsVersion::tls12};
  if (text == "1.3") return {TlsVersion::tls13};
  if (text != "both") reading.yaml.complain(mapping.at(key), fmt::format("'{}' is 1.2, 1.3 or both", key));
  return {TlsVersion::tls12, TlsVersion::tls13};
}

std::vector<Placed<std::string>> placed_texts(Reading& reading, Mapping& mapping, const std::string& key) {
  std::vector<Placed<std::string>> texts;
  if (!mapping.has(key)) return texts;
  for (const YAML::Node& item : reading.yaml.list_or_one(mapping.at(key))) {
    const auto text = reading.yaml.text(item, "a text to look for");
    if (text && text->empty()) reading.yaml.complain(item, "an empty text is in every output");
    if (text) texts.push_back({*text, YamlReader::place(item)});
  }
  return texts;
}

std::string path_at(Reading& reading, Mapping& mapping, const std::string& key) {
  const std::string path = mapping.required_text(key);
  if (!path.empty() && path.front() != '/')
    reading.yaml.complain(mapping.at(key), fmt::format("'{}' is a path that begins with '/'", key));
  return path;
}

std::optional<Placed<std::string>> placed_text(Mapping& mapping, const std::string& key) {
  if (!mapping.has(key)) return std::nullopt;
  return Placed<std::string>{mapping.text(key), YamlReader::place(mapping.at(key))};
}

std::optional<parser::Position> must_fail_at(Mapping& mapping) {
  if (!mapping.flag("must_fail", false)) return std::nullopt;
  return YamlReader::place(mapping.at("must_fail"));
}

std::string file_beside(Reading& reading, const YAML::Node& node, const std::string& name, const std::string& what) {
  if (name.empty()) return {};
  if (!stays_below(name)) {
    reading.yaml.complain(node, what + " stands beside the scenario or below it");
    return {};
  }
  auto text = read_text_file(reading.folder, name, base::limits::input_file_bytes);
  if (text) return *std::move(text);
  reading.yaml.complain(node, text.error());
  return {};
}

YAML::Node expectations_of(Mapping& step) {
  return step.has("expect") ? step.at("expect") : YAML::Node(YAML::NodeType::Undefined);
}

}  // namespace ringside::harness
