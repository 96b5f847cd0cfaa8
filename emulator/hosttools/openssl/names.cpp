// emulator/hosttools/openssl/names.cpp - prints and reads distinguished names in the style of each release.
#include "emulator/hosttools/openssl/names.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::openssl {
namespace {

void wrong_form(Tool& tool, const std::string& text) {
  tool.fail(
      fmt::format("{}: subject name is expected to be in the format /type0=value0/type1=value1/type2=... where "
                  "characters may be escaped by \\. This name is not in that format: '{}'",
                  tool.name(), base::printable(text.substr(text.starts_with('/') ? 1 : 0))));
}

/// The text up to a '/' or '+', without the backslashes that escape characters.
std::string take_value(const std::string& text, std::size_t& at) {
  std::string piece;
  for (; at < text.size() && text[at] != '/' && text[at] != '+'; ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    piece += text[at];
  }
  return piece;
}

}  // namespace

NameFlags usual_name_style(const Tool& tool) {
  return *name_flags(tool.personality() == Personality::v1_0 ? "compat" : "oneline");
}

std::optional<NameFlags> name_style(Tool& tool, const Options& options) {
  const auto wanted = options.find("nameopt");
  const auto style = wanted ? name_flags(*wanted) : usual_name_style(tool);
  if (!style) tool.usage("");
  return style;
}

std::string name_line(const Tool& tool, std::string_view label, const crypto::DistinguishedName& name,
                      std::optional<NameFlags> style) {
  const NameFlags used = style.value_or(usual_name_style(tool));
  const bool oldest = tool.personality() == Personality::v1_0;
  const std::string blank = oldest ? " " : begins_on_new_line(used) ? "\n" : "";
  return fmt::format("{}={}{}\n", label, blank, name_text(name, used));
}

std::optional<crypto::DistinguishedName> read_subject(Tool& tool, const std::string& text, bool utf8) {
  if (!text.starts_with('/')) return wrong_form(tool, text), std::nullopt;
  const std::string warning = tool.is_modern() ? tool.name() + " warning: " : tool.name() + ": ";
  std::vector<NameEntry> entries;
  bool joins = false;
  for (std::size_t at = 1; at < text.size();) {
    NameEntry entry;
    const std::size_t sign = text.find('=', at);
    entry.type = text.substr(at, sign - at);
    at = std::min(sign, text.size());
    if (at >= text.size() || text[at] != '=')
      return tool.fail(fmt::format("{}: Missing '=' after RDN type string '{}' in subject name string", tool.name(),
                                   base::printable(entry.type))),
             std::nullopt;
    ++at;
    entry.value = take_value(text, at);
    entry.joins = joins;
    joins = at < text.size() && text[at] == '+';
    ++at;
    if (!is_name_attribute(entry.type)) {
      tool.error(
          fmt::format("{}Skipping unknown subject name attribute \"{}\"\n", warning, base::printable(entry.type)));
    } else if (entry.value.empty()) {
      tool.error(fmt::format("{}No value provided for subject name attribute \"{}\", skipped\n", warning,
                             base::printable(entry.type)));
    } else {
      entries.push_back(std::move(entry));
    }
  }
  auto name = name_from_entries(entries, !utf8);
  if (name) return std::move(*name);
  tool.error("error:asn1 encoding routines:" + name.error().detail + "\n");
  tool.fail(fmt::format("{}: Error adding subject name attribute \"{}\"", tool.name(), base::printable(text)));
  return std::nullopt;
}

}  // namespace ringside::openssl
