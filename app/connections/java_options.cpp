// app/connections/java_options.cpp - JDK_JAVA_OPTIONS, by which every Java program of a shell gets the provider of key
// rings.
//
// The launcher parts the value at white space. A part may have pieces between " or ', which go without their quotes and
// keep white space; there is no other escape (JDK tool specification "java", JDK_JAVA_OPTIONS).
#include "app/connections/java_options.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "app/connections/installed_files.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

constexpr std::string_view agent_option = "-javaagent:";
constexpr std::string_view white_space = " \t\n\v\f\r";

/// A part of the value.
struct Part {
  std::string written;  ///< with its quotes
  std::string option;   ///< that the JVM gets
};

bool is_white_space(char c) {
  return white_space.find(c) != std::string_view::npos;
}

/// Nullopt if a quote does not end.
std::optional<std::vector<Part>> parts_of(const std::string& value) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < value.size();) {
    if (is_white_space(value[at])) {
      ++at;
      continue;
    }
    Part part;
    const std::size_t begin = at;
    while (at < value.size() && !is_white_space(value[at])) {
      const bool is_quoted = value[at] == '"' || value[at] == '\'';
      const std::size_t end = is_quoted ? value.find(value[at], at + 1) : at;
      if (end == std::string::npos) return std::nullopt;
      part.option += is_quoted ? value.substr(at + 1, end - at - 1) : value.substr(at, 1);
      at = end + 1;
    }
    part.written = value.substr(begin, at - begin);
    parts.push_back(std::move(part));
  }
  return parts;
}

/// Whether an option loads a jar of ours, from wherever.
bool is_our_agent(const std::string& option) {
  if (!option.starts_with(agent_option)) return false;
  const std::string jar = option.substr(agent_option.size(), option.find('=') - agent_option.size());
  return std::filesystem::path(jar).filename() == java_agent;
}

/// The option as a part of the value.
std::string quoted(const std::string& option) {
  const auto needs_quotes = [](char c) { return is_white_space(c) || c == '"' || c == '\''; };
  if (std::none_of(option.begin(), option.end(), needs_quotes)) return option;
  return "\"" + base::replace_all(option, "\"", "\"'\"'\"") + "\"";
}

/// The agent reads a doubled comma as one of the value.
std::string setting(const std::string& name, const std::string& value) {
  return name + "=" + base::replace_all(value, ",", ",,");
}

std::string option_of(const JavaAgent& agent) {
  std::vector<std::string> settings = {setting("lab", agent.settings.lab), setting("system", agent.settings.system),
                                       setting("user", agent.settings.user)};
  if (!agent.program.empty()) settings.push_back(setting("program", agent.program));
  if (agent.settings.lenient) settings.emplace_back("lenient");
  return std::string(agent_option) + agent.jar.string() + "=" + base::join(settings, ",");
}

}  // namespace

tl::expected<std::string, std::string> java_options(const JavaAgent& agent, const std::string& present) {
  if (agent.jar.string().find('=') != std::string::npos)
    return tl::make_unexpected(agent.jar.string() + ": the JVM takes no agent whose path has a '='");
  const auto parts = parts_of(present);
  if (!parts) return tl::make_unexpected("JDK_JAVA_OPTIONS has a quote that does not end: " + base::printable(present));
  std::vector<std::string> options;
  for (const Part& part : *parts)
    if (!is_our_agent(part.option)) options.push_back(part.written);
  options.push_back(quoted(option_of(agent)));
  return base::join(options, " ");
}

}  // namespace ringside::app
