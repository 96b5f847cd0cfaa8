// emulator/openssl/names.cpp - names as each release prints and reads them.
#include "emulator/openssl/names.hpp"

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/crypto/name_text.hpp"

namespace ringside::openssl {
namespace {

void wrong_form(Tool& tool, const std::string& text) {
  tool.fail(
      fmt::format("{}: subject name is expected to be in the format /type0=value0/type1=value1/type2=... where "
                  "characters may be escaped by \\. This name is not in that format: '{}'",
                  tool.name(), base::printable(text.substr(text.starts_with('/') ? 1 : 0))));
}

/// Up to `stop` or a '/' or '+', with backslashes taken off.
std::string take_until(const std::string& text, std::size_t& at, char stop) {
  std::string piece;
  for (; at < text.size() && text[at] != stop && text[at] != '/' && !(stop == '/' && text[at] == '+'); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    piece += text[at];
  }
  return piece;
}

}  // namespace

bool is_name_style(const std::string& style) {
  return crypto::name_text({}, base::lower(style)).has_value();
}

std::string name_line(const Tool& tool, std::string_view label, const crypto::DistinguishedName& name,
                      const std::string& style) {
  const bool oldest = tool.personality() == Personality::v1_0;
  const std::string used = style.empty() ? (oldest ? "compat" : "oneline") : base::lower(style);
  const std::string blank = oldest ? " " : used == "multiline" ? "\n" : "";
  return fmt::format("{}={}{}\n", label, blank, crypto::name_text(name, used).value_or(""));
}

std::optional<crypto::DistinguishedName> read_subject(Tool& tool, const std::string& text) {
  if (!text.starts_with('/')) return wrong_form(tool, text), std::nullopt;
  std::vector<crypto::NameEntry> entries;
  bool joins = false;
  for (std::size_t at = 1; at < text.size();) {
    crypto::NameEntry entry;
    entry.type = base::trim(take_until(text, at, '='));
    if (at >= text.size() || text[at] != '=')
      return tool.fail(fmt::format("{}: Missing '=' after RDN type string '{}' in subject name string", tool.name(),
                                   base::printable(entry.type))),
             std::nullopt;
    ++at;
    entry.value = take_until(text, at, '/');
    entry.joins = joins;
    joins = at < text.size() && text[at] == '+';
    ++at;
    if (!crypto::is_name_attribute(entry.type)) {
      tool.error(fmt::format("{}: Skipping unknown subject name attribute \"{}\"\n", tool.name(),
                             base::printable(entry.type)));
    } else if (entry.value.empty()) {
      tool.error(fmt::format("{}: No value provided for subject name attribute \"{}\", skipped\n", tool.name(),
                             base::printable(entry.type)));
    } else {
      entries.push_back(std::move(entry));
    }
  }
  auto name = crypto::name_from_entries(entries);
  if (name) return std::move(*name);
  tool.error("error:asn1 encoding routines:" + name.error().detail + "\n");
  tool.fail(fmt::format("{}: Error adding subject name attribute \"{}\"", tool.name(), base::printable(text)));
  return std::nullopt;
}

}  // namespace ringside::openssl
