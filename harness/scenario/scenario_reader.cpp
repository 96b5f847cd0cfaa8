// harness/scenario/scenario_reader.cpp - reads a scenario file: name, date, seed and systems, then its other parts.
#include "harness/scenario/scenario_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/national.hpp"
#include "base/text.hpp"
#include "emulator/lab/host_names.hpp"
#include "harness/scenario/head_reader.hpp"
#include "harness/scenario/step_reader.hpp"
#include "harness/scenario/text_file.hpp"

namespace ringside::harness {
namespace {

// The date of a scenario that names none. It is fixed so that reports do not depend on the current date.
constexpr base::CivilTime default_date{2024, 1, 15, 12, 0, 0};
constexpr const char* default_seed = "ringside";
/// Reads the key 'openssl' of a system.
void read_release(YamlReader& yaml, Mapping& mapping, const std::string& system, Scenario& scenario) {
  static const std::map<std::string, openssl::Personality> releases = {
      {"1.0", openssl::Personality::v1_0}, {"1.1", openssl::Personality::v1_1}, {"3.0", openssl::Personality::v3_0}};
  if (!mapping.has("openssl")) return;
  const auto found = releases.find(mapping.text("openssl"));
  if (found == releases.end()) return yaml.complain(mapping.at("openssl"), "'openssl' is 1.0, 1.1 or 3.0");
  scenario.openssl[system] = found->second;
}

/// Reads the key 'host' of a system.
void read_host_names(YamlReader& yaml, Mapping& mapping, std::vector<std::string>& all) {
  if (!mapping.has("host")) return;
  for (const YAML::Node& node : yaml.list_or_one(mapping.at("host"))) {
    const auto text = yaml.text(node, "a host name");
    if (!text) continue;
    const auto names = lab::parse_host_names(*text);
    if (!names) yaml.complain(node, names.error());
    if (names) all.insert(all.end(), names->begin(), names->end());
  }
}

/// The form and the kinds of the entries of 'systems' or 'hosts'. The first kind is the default.
struct SystemForm {
  const char* form;
  std::vector<std::string> kinds;
};
const SystemForm system_form{"system", {"zos", "distributed", "ibmi"}};
const SystemForm host_form{"host", {"distributed", "ibmi"}};

database::SystemRecord read_system(YamlReader& yaml, const YAML::Node& node, const SystemForm& what,
                                   Scenario& scenario) {
  Mapping mapping(yaml, node, form(what.form));
  database::SystemRecord system;
  system.name = mapping.required_text("name");
  if (!system.name.empty() && !base::is_simple_name(system.name))
    yaml.complain(mapping.at("name"), "a system's name has 1 to 8 characters A-Z 0-9 @ # $, the first no digit");
  system.kind = mapping.text("kind", what.kinds.front());
  if (std::find(what.kinds.begin(), what.kinds.end(), system.kind) == what.kinds.end())
    yaml.complain(mapping.at("kind"), fmt::format("'kind' is one of {}{}", base::join(what.kinds, ", "),
                                                  base::did_you_mean(system.kind, what.kinds, base::Quotes::yes)));
  system.sysplex = mapping.text("sysplex");
  system.database = mapping.text("database");
  read_release(yaml, mapping, system.name, scenario);
  read_host_names(yaml, mapping, scenario.host_names[system.name]);
  return system;
}

void add_systems(YamlReader& yaml, const YAML::Node& list, const SystemForm& what, Reading& reading,
                 Scenario& scenario) {
  for (const YAML::Node& node : yaml.list(list, fmt::format("'{}s'", what.form))) {
    scenario.systems.push_back(read_system(yaml, node, what, scenario));
    const std::string& name = scenario.systems.back().name;
    if (std::find(reading.systems.begin(), reading.systems.end(), name) != reading.systems.end())
      yaml.complain(node, fmt::format("there is a system {} already", name));
    reading.systems.push_back(name);
  }
}

void read_systems(YamlReader& yaml, Mapping& top, Reading& reading, Scenario& scenario) {
  if (top.has("systems")) add_systems(yaml, top.at("systems"), system_form, reading, scenario);
  if (top.has("hosts")) add_systems(yaml, top.at("hosts"), host_form, reading, scenario);
  if (top.has("systems") && scenario.systems.empty())
    yaml.complain(top.at("systems"), "a scenario has at least one system");
  if (!scenario.systems.empty()) return;
  scenario.systems.push_back({"SYS1", "zos", {}, {}, 0});
  reading.systems.emplace_back("SYS1");
}

void read_libraries(YamlReader& yaml, const YAML::Node& node, const Reading& reading, Scenario& scenario) {
  for (const auto& [name, folder] : yaml.pairs(node, "'libraries'")) {
    const auto library = yaml.text(name, "a library's name");
    const auto path = yaml.text(folder, "a library's folder");
    if (!library || !path) continue;
    if (!stays_below(*path)) {
      yaml.complain(folder, "a library's folder stands beside the scenario or below it");
    } else if (const auto added = scenario.libraries.add(base::upper(*library), reading.folder, *path); !added) {
      yaml.complain(name, added.error());
    }
  }
}

void read_document(YamlReader& yaml, const YAML::Node& document, Reading& reading, Scenario& scenario) {
  Mapping top(yaml, document, form("scenario"));
  if (!top.valid()) return;
  scenario.name = base::trim(top.required_text("name"));
  scenario.about = base::trim(top.text("about"));
  reading.now = *base::from_local(default_date, {});
  scenario.date = moment_at(reading, top, "date").value_or(reading.now);
  reading.now = scenario.date;
  scenario.seed = top.text("seed", default_seed);
  if (scenario.seed.empty()) yaml.complain(top.at("seed"), "'seed' is empty; without one a run could not be repeated");
  read_selection(reading, top, scenario);
  read_rules(reading, top, scenario);
  read_systems(yaml, top, reading, scenario);
  if (top.has("users")) read_users(reading, top.at("users"), scenario);
  if (top.has("libraries")) read_libraries(yaml, top.at("libraries"), reading, scenario);
  if (!top.has("steps")) return;
  const auto steps = yaml.list(top.at("steps"), "'steps'");
  for (const YAML::Node& node : steps) scenario.steps.push_back(read_step(reading, node));
  if (steps.empty()) yaml.complain(top.at("steps"), "a scenario has at least one step");
}

}  // namespace

tl::expected<Scenario, Mistakes> read_scenario(std::string_view text, const std::string& file,
                                               const std::filesystem::path& folder) {
  YamlReader yaml(text);
  Scenario scenario;
  scenario.file = file;
  if (const YAML::Node document = yaml.load(); document.IsDefined()) {
    Reading reading{yaml, folder, {}, {}};
    read_document(yaml, document, reading, scenario);
  }
  if (!yaml.problems().empty()) return tl::make_unexpected(yaml.problems());
  return scenario;
}

tl::expected<Scenario, Mistakes> load_scenario(const std::filesystem::path& path) {
  // Links are followed: the user has named this file, or find_scenarios() has found it.
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return tl::make_unexpected(Mistakes{{"there is no file " + path.string(), {}, {}}});
  const auto text = read_text_file(real.parent_path(), real.filename().string(), base::limits::scenario_bytes);
  if (!text) return tl::make_unexpected(Mistakes{{text.error(), {}, {}}});
  return read_scenario(*text, path.string(), path.parent_path());
}

}  // namespace ringside::harness
