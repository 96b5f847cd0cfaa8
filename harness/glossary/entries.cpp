// harness/glossary/entries.cpp - collects what is explained: message tables, codes, TLS errors, verdicts.
#include "harness/glossary/entries.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/own_message.hpp"
#include "base/text.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/message.hpp"
#include "emulator/tso/message.hpp"
#include "harness/trust/reason.hpp"

namespace ringside::harness::glossary {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr auto untabled_messages = std::to_array<Pair>({
#define RINGSIDE_MESSAGE_TEXT(number, text) {number, text},
#include "harness/glossary/messages.inc"
#undef RINGSIDE_MESSAGE_TEXT
});

constexpr auto occasions = std::to_array<Pair>({
#define RINGSIDE_OCCASION(beginning, when) {beginning, when},
#include "harness/glossary/occasions.inc"
#undef RINGSIDE_OCCASION
});

constexpr auto tls_errors = std::to_array<Pair>({
#define RINGSIDE_TLS_ERROR(words, meaning) {words, meaning},
#include "harness/glossary/tls_errors.inc"
#undef RINGSIDE_TLS_ERROR
});

constexpr auto verdicts = std::to_array<std::pair<Reason, std::string_view>>({
#define RINGSIDE_VERDICT(reason, meaning) {Reason::reason, meaning},
#include "harness/glossary/verdicts.inc"
#undef RINGSIDE_VERDICT
});

constexpr auto advice = std::to_array<std::pair<std::string_view, Advice>>({
#define RINGSIDE_ADVICE(term, cause, cure) {term, {cause, cure}},
#include "harness/glossary/advice.inc"
#undef RINGSIDE_ADVICE
});

std::string occasion_of(std::string_view number) {
  Pair longest;
  for (const Pair& row : occasions)
    if (number.starts_with(row.first) && row.first.size() > longest.first.size()) longest = row;
  return std::string(longest.second);
}

/// Messages by number, since several tables may have the same one.
using Messages = std::map<std::string, Entry>;

void add(Messages& messages, std::string_view number, std::string_view text, int return_code, std::string_view source) {
  Entry& entry = messages[std::string(number)];
  entry.name = number;
  const std::string shown = base::replace_all(base::trim(text), "{}", "[...]");
  if (std::find(entry.meanings.begin(), entry.meanings.end(), shown) == entry.meanings.end())
    entry.meanings.push_back(shown);
  entry.when = occasion_of(number);
  entry.return_code = std::max(entry.return_code, return_code);
  if (entry.source.empty()) entry.source = source;
}

template <typename Catalogue>
void add_all(Messages& messages, const Catalogue& catalogue) {
  for (const auto& row : catalogue.rows()) add(messages, row.number, row.text, row.return_code, row.source);
}

void add_messages(std::vector<Entry>& all) {
  Messages messages;
  add_all(messages, racf::messages());
  add_all(messages, tso::messages());
  add_all(messages, jes::messages());
  add_all(messages, base::own_messages());
  for (const auto& [number, text] : untabled_messages) add(messages, number, text, 0, "");
  for (auto& [number, entry] : messages) all.push_back(std::move(entry));
}

void add_codes(std::vector<Entry>& all) {
  for (const auto& row : racf::datalib::meanings()) {
    const std::string name = racf::datalib::to_string(row.codes);
    const std::string function = row.function.empty() ? "" : std::string(row.function) + ": ";
    const auto same = [&](const Entry& entry) { return entry.kind == Kind::codes && entry.name == name; };
    auto place = std::find_if(all.begin(), all.end(), same);
    if (place == all.end())
      place =
          all.insert(place, {Kind::codes, name, {}, "a program reads or changes a key ring by R_datalib", 0, "", {}});
    place->meanings.push_back(function + std::string(row.text));
  }
}

std::vector<Entry> collect() {
  std::vector<Entry> all;
  add_messages(all);
  add_codes(all);
  for (const auto& [words, meaning] : tls_errors)
    all.push_back({Kind::tls_error, std::string(words), {std::string(meaning)}, "a TLS handshake fails", 0, "", {}});
  for (const auto& [reason, meaning] : verdicts)
    all.push_back({Kind::verdict,
                   std::string(harness::to_string(reason)),
                   {std::string(meaning)},
                   "trust, doctor or a scenario tries a link",
                   0,
                   "",
                   {}});
  for (Entry& entry : all)
    for (const auto& [term, row] : advice)
      if (term == entry.name) entry.advice.push_back(row);
  return all;
}

}  // namespace

std::string_view to_string(Kind kind) {
  constexpr std::array<std::string_view, 4> names = {"message", "R_datalib codes", "TLS error", "verdict of trust"};
  return names[static_cast<std::size_t>(kind)];
}

const std::vector<Entry>& entries() {
  static const std::vector<Entry> all = collect();
  return all;
}

}  // namespace ringside::harness::glossary
