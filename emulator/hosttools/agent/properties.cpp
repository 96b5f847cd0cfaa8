// emulator/hosttools/agent/properties.cpp - reads ita.ini.
#include "emulator/hosttools/agent/properties.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::agent {
namespace {

/// Known properties of ita.ini without effect here.
constexpr std::array<std::string_view, 2> other_properties = {"tcp_port", "verify_cn_string"};

bool is_property(const std::string& name) {
  return std::any_of(properties.begin(), properties.end(), [&](const Property& each) { return each.name == name; });
}
bool is_other_property(const std::string& name) {
  return std::find(other_properties.begin(), other_properties.end(), name) != other_properties.end();
}

}  // namespace

Settings read_settings(std::string_view text, const std::string& certificate_folder) {
  Settings settings;
  for (const Property& property : properties)
    settings.values[std::string(property.name)] = base::replace_all(property.usual, "<cert>", certificate_folder);
  for (const std::string& line : base::lines(text)) {
    const std::string content = base::trim(line);
    if (content.empty() || content.front() == '#' || content.front() == ';' || content.front() == '[') continue;
    const std::size_t sign = content.find('=');
    const std::string name = base::lower(base::trim(content.substr(0, sign)));
    const std::string value = sign == std::string::npos ? "" : base::trim(content.substr(sign + 1));
    if (is_property(name))
      settings.values[name] = value;
    else if (name == "ssl_port")
      settings.ssl_port = static_cast<unsigned>(base::number(value, 65'535).value_or(settings.ssl_port));
    else if (!is_other_property(name))
      settings.unknown.push_back(name);
  }
  return settings;
}

}  // namespace ringside::agent
