// harness/glossary/glossary.cpp - finds and shows what is explained.
#include "harness/glossary/glossary.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "base/wrap.hpp"

namespace ringside::harness::glossary {
namespace {

// Other tools' words for the same TLS error, as comparable() makes them.
constexpr auto other_words = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"certificate has expired", "certificate expired"},
    {"certificateexpiredexception", "certificate expired"},
    {"certificatenotyetvalidexception", "certificate is not yet valid"},
    {"unable to find valid certification path", "PKIX path building failed"},
    {"certificate signed by unknown authority", "unable to get local issuer certificate"},
    {"unable to get issuer cert", "unable to get local issuer certificate"},
    {"depth zero self signed cert", "self-signed certificate"},
    {"self signed cert in chain", "self-signed certificate in certificate chain"},
    {"unable to verify leaf signature", "unable to verify the first certificate"},
    {"no subject alternative", "hostname mismatch"},
    {"does not match target host name", "hostname mismatch"},
    {"alert number 40", "handshake failure"},
    {"alert number 42", "bad certificate"},
    {"alert number 45", "certificate expired"},
    {"alert number 46", "certificate unknown"},
    {"alert number 48", "unknown ca"},
});

/// Small letters without commas; underscores and hyphens are blanks, and runs of blanks are one.
std::string comparable(std::string_view text) {
  std::string result;
  for (const char c : base::lower(base::trim(text))) {
    const char folded = c == '_' || c == '-' ? ' ' : c;
    if (folded != ',' && (folded != ' ' || !result.ends_with(' '))) result += folded;
  }
  return result;
}

const Entry* named(std::string_view name, Kind kind) {
  for (const Entry& entry : entries())
    if (entry.kind == kind && comparable(entry.name) == comparable(name)) return &entry;
  return nullptr;
}

/// A message whose number is a word of the text, with or without its last letter.
const Entry* message_in(std::string_view text) {
  for (const std::string& word : base::split(base::upper(text), ' '))
    for (const Entry& entry : entries()) {
      if (entry.kind != Kind::message) continue;
      const std::string_view number = entry.name;
      if (word == number || (word.size() + 1 == number.size() && number.starts_with(word))) return &entry;
    }
  return nullptr;
}

/// "8/8/84" or "(8, 8, 84)" alone, or "8/8/84" as a word of the text.
const Entry* codes_in(std::string_view text) {
  std::string codes;
  for (const char c : text) codes += std::string_view("/,() ").find(c) == std::string_view::npos ? c : ' ';
  std::vector<std::string> numbers = base::split(codes, ' ');
  std::erase(numbers, "");
  if (numbers.size() == 3) return named(base::join(numbers, "/"), Kind::codes);
  for (const std::string& word : base::split(base::replace_all(text, ",", " "), ' '))
    if (const Entry* entry = named(word, Kind::codes)) return entry;
  return nullptr;
}

/// The TLS error with the longest words that are in the text.
const Entry* tls_error_in(std::string_view text) {
  const std::string wanted = comparable(text);
  std::size_t longest = 0;
  std::string_view name;
  const auto look_for = [&](const std::string& words, std::string_view entry) {
    if (wanted.find(words) == std::string::npos || words.size() <= longest) return;
    longest = words.size();
    name = entry;
  };
  for (const Entry& entry : entries())
    if (entry.kind == Kind::tls_error) look_for(comparable(entry.name), entry.name);
  for (const auto& [words, entry] : other_words) look_for(std::string(words), entry);
  return name.empty() ? nullptr : named(name, Kind::tls_error);
}

}  // namespace

const Entry* find(std::string_view text) {
  if (const Entry* entry = named(text, Kind::verdict)) return entry;
  if (const Entry* entry = message_in(text)) return entry;
  if (const Entry* entry = codes_in(text)) return entry;
  return tls_error_in(text);
}

std::vector<std::string> near_misses(std::string_view text) {
  constexpr std::size_t most = 5;
  constexpr std::size_t family = 4;  // "IRRD"
  const std::string wanted = base::upper(base::trim(text));
  std::vector<std::string> names, upper_names;
  for (const Entry& entry : entries()) {
    names.push_back(entry.name);
    upper_names.push_back(base::upper(entry.name));
  }
  std::vector<std::string> found;
  const auto add = [&](std::size_t at) {
    const bool is_new = std::find(found.begin(), found.end(), names[at]) == found.end();
    if (is_new && found.size() < most) found.push_back(names[at]);
  };
  if (const auto nearest = base::nearest(wanted, upper_names))
    add(static_cast<std::size_t>(std::find(upper_names.begin(), upper_names.end(), *nearest) - upper_names.begin()));
  for (std::size_t same = wanted.size(); same >= family && found.size() < most; --same)
    for (std::size_t at = 0; at < names.size(); ++at)
      if (upper_names[at].starts_with(wanted.substr(0, same))) add(at);
  return found;
}

std::vector<std::string> entry_lines(const Entry& entry, std::size_t width) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& head, std::string_view text) {
    for (std::string& line : base::wrapped(fmt::format("  {:<8}{}", head, text), width, 10))
      lines.push_back(std::move(line));
  };
  const std::string code = entry.return_code == 0 ? "" : fmt::format(", return code {}", entry.return_code);
  lines.push_back(fmt::format("{} ({}{})", entry.name, to_string(entry.kind), code));
  for (const std::string& meaning : entry.meanings) add(entry.kind == Kind::message ? "text" : "means", meaning);
  if (entry.kind == Kind::codes) add("", "numbers: SAF return code, RACF return code, reason");
  if (!entry.when.empty()) add("when", entry.when);
  for (const Advice& row : entry.advice) {
    add("cause", row.cause);
    add("cure", row.cure);
  }
  if (!entry.source.empty()) add("source", entry.source);
  return lines;
}

}  // namespace ringside::harness::glossary
