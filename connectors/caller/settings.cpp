// connectors/caller/settings.cpp - which lab, system and user a program that reads rings works with.
#include "connectors/caller/settings.hpp"

#include <cstdlib>
#include <fstream>
#include <map>

#include "base/text.hpp"

namespace ringside::connectors {
namespace {

std::map<std::string, std::string> variables_of(const std::string& path) {
  std::map<std::string, std::string> variables;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::string text = base::trim(line);
    const std::size_t equals = text.find('=');
    if (text.empty() || text.starts_with('#') || equals == std::string::npos) continue;
    variables.insert_or_assign(base::trim(text.substr(0, equals)), base::trim(text.substr(equals + 1)));
  }
  return variables;
}

}  // namespace

Variables environment() {
  return [](const std::string& name) -> std::optional<std::string> {
    const char* const value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
}

Variables environment_and_file(const std::string& path) {
  return [path](const std::string& name) -> std::optional<std::string> {
    if (auto value = environment()(name)) return value;
    const auto variables = variables_of(path);
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

Settings settings_from(const Variables& variables) {
  const auto text = [&](const char* name) { return variables(name).value_or(""); };
  Settings settings;
  settings.lab = text("RINGSIDE_LAB");
  settings.system = base::upper(text("RINGSIDE_SYSTEM"));
  if (const std::string user = base::upper(text("RINGSIDE_USER")); !user.empty()) settings.user = user;
  settings.rings = text("RINGSIDE_RINGS");
  settings.lenient = text("RINGSIDE_LENIENT") == "1";
  settings.debug = text("RINGSIDE_DEBUG") == "1";
  return settings;
}

}  // namespace ringside::connectors
