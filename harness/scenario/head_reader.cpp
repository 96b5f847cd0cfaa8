// harness/scenario/head_reader.cpp - reads the keys of a scenario other than its systems and steps.
#include "harness/scenario/head_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/national.hpp"
#include "base/text.hpp"
#include "harness/steps/tso.hpp"

namespace ringside::harness {
namespace {

constexpr std::array<std::string_view, 4> importances = {"critical", "high", "medium", "low"};
constexpr const char* usual_importance = "medium";
constexpr const char* usual_group = "SYS1";
constexpr const char* first_user = "IBMUSER";
constexpr long highest_uid = 2'147'483'647;

std::string tag(Reading& reading, const YAML::Node& node) {
  const std::string text = reading.yaml.text(node, "a tag").value_or("tag");
  if (text.empty() || text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
    reading.yaml.complain(
        node, fmt::format("'{}' is not a tag; it has small letters, digits and '-'", base::printable(text)));
  return text;
}

std::string racf_name(Reading& reading, Mapping& mapping, const std::string& key, const std::string& otherwise) {
  if (!mapping.has(key)) return otherwise;
  const std::string name = base::upper(mapping.required_text(key));
  if (!name.empty() && !base::is_identifier(name))
    reading.yaml.complain(mapping.at(key), fmt::format("'{}' has 1 to 8 characters A-Z 0-9 @ # $", key));
  return name;
}

struct NewUser {
  std::string name, group;
  std::string operands;
  std::vector<std::string> systems;  ///< one for each security database
  parser::Position where;
};

std::string omvs_operand(Reading& reading, Mapping& mapping) {
  std::string segment;
  if (mapping.has("uid"))
    segment += fmt::format("UID({}) ", reading.yaml.number(mapping.at("uid"), "'uid'", 0, highest_uid).value_or(0));
  if (mapping.has("home")) segment += fmt::format("HOME('{}') ", base::replace_all(mapping.text("home"), "'", "''"));
  return segment.empty() ? segment : fmt::format(" OMVS({})", base::trim(segment));
}

// The systems on which to define a user: one for each security database.
std::vector<std::string> systems_of(Reading& reading, Mapping& mapping, const Scenario& scenario) {
  if (mapping.has("system")) return {system_name(reading, mapping.at("system"))};
  std::vector<std::string> systems;
  std::set<std::string> databases;
  for (const database::SystemRecord& system : scenario.systems)
    if (system.kind == "zos" && (system.database.empty() || databases.insert(system.database).second))
      systems.push_back(system.name);
  return systems;
}

NewUser read_user(Reading& reading, const YAML::Node& node, const Scenario& scenario) {
  Mapping mapping(reading.yaml, node, form("user"));
  NewUser user;
  if (!mapping.valid()) return user;
  user.where = mapping.where();
  user.name = racf_name(reading, mapping, "name", {});
  user.group = racf_name(reading, mapping, "group", usual_group);
  user.operands = mapping.flag("special", false) ? " SPECIAL" : "";
  user.operands += omvs_operand(reading, mapping);
  user.systems = systems_of(reading, mapping, scenario);
  return user;
}

}  // namespace

void read_selection(Reading& reading, Mapping& top, Scenario& scenario) {
  if (top.has("tags"))
    for (const YAML::Node& node : reading.yaml.list_or_one(top.at("tags"))) scenario.tags.push_back(tag(reading, node));
  scenario.importance = top.text("importance", usual_importance);
  const std::vector<std::string> names(importances.begin(), importances.end());
  if (std::find(names.begin(), names.end(), scenario.importance) == names.end())
    reading.yaml.complain(top.at("importance"),
                          fmt::format("'importance' is one of {}{}", base::join(names, ", "),
                                      base::did_you_mean(scenario.importance, names, base::Quotes::yes)));
  if (top.has("timeout"))
    scenario.timeout = std::chrono::seconds(
        reading.yaml.number(top.at("timeout"), "'timeout'", 1, base::limits::scenario_seconds).value_or(1));
  if (top.has("skip")) scenario.skip = base::trim(top.required_text("skip"));
}

void read_rules(Reading& reading, Mapping& top, Scenario& scenario) {
  static const std::map<std::string, lab::RacfLevel> levels = {
      {"2.5", lab::RacfLevel::v2r5}, {"3.1", lab::RacfLevel::v3r1}, {"3.2", lab::RacfLevel::v3r2}};
  if (top.has("lenient")) scenario.lenient = top.flag("lenient", false);
  if (top.flag("strict", false)) scenario.lenient = false;
  scenario.bare = top.flag("bare", false);
  scenario.refuse_aes_pkcs12 = top.flag("refuse_aes_pkcs12", false);
  scenario.ring_blank_lines = top.flag("ring_blank_lines", false);
  static constexpr std::array<std::pair<const char*, bool>, 2> remarks = {{{"FAIL", true}, {"SHOW", false}}};
  scenario.fail_on_remarks = read_choice(reading, top, "remarks", remarks).value_or(false);
  if (!top.has("racf_level")) return;
  const auto found = levels.find(top.text("racf_level"));
  if (found == levels.end()) return reading.yaml.complain(top.at("racf_level"), "'racf_level' is 2.5, 3.1 or 3.2");
  scenario.level = found->second;
}

void read_users(Reading& reading, const YAML::Node& node, Scenario& scenario) {
  std::map<std::string, std::shared_ptr<TsoCommands>> actions;
  std::set<std::pair<std::string, std::string>> groups;
  for (const YAML::Node& item : reading.yaml.list(node, "'users'")) {
    const NewUser user = read_user(reading, item, scenario);
    const CommandExpectation expect = expect_success(user.where);
    for (const std::string& system : user.systems) {
      std::shared_ptr<TsoCommands>& action = actions[system];
      if (!action) action = std::make_shared<TsoCommands>();
      if (user.group != usual_group && groups.insert({system, user.group}).second)
        action->commands.push_back({"ADDGROUP " + user.group, expect});
      action->commands.push_back(
          {fmt::format("ADDUSER {} DFLTGRP({}){}", user.name, user.group, user.operands), expect});
    }
  }
  for (auto& [system, action] : actions) {
    Step step;
    step.title = "users";
    step.system = system;
    step.user = first_user;
    step.action = std::move(action);
    step.where = YamlReader::place(node);
    scenario.steps.push_back(std::move(step));
  }
}

}  // namespace ringside::harness
