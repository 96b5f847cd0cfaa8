// harness/scenario/reading.hpp - helpers that the readers of a scenario file's parts share.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "harness/scenario/placed.hpp"
#include "harness/scenario/yaml_reader.hpp"

namespace ringside::harness {

struct Reading {
  YamlReader& yaml;
  std::filesystem::path folder;      ///< of the files that the scenario names
  std::vector<std::string> systems;  ///< names of the scenario's systems
  base::Instant now{};               ///< the lab's clock when the step that is read begins
};

// Each function reports a value that is wrong as a problem of `reading.yaml` and goes on.

/// The moment at `key`, in UTC, which is a lab's default zone, or days from the reading's `now`. Returns nullopt if
/// there is none or it is wrong.
std::optional<base::Instant> moment_at(Reading& reading, Mapping& mapping, const std::string& key,
                                       base::TimeOfDay of_date = base::TimeOfDay::noon);
/// Whether the value at `key` names a day without a time of day: "2013-05-17", "+30d".
bool is_whole_day(Mapping& mapping, const std::string& key);
/// Whether `path` is relative and has no "..". A scenario may come from anywhere and reports show what it reads, so it
/// must not read other files.
bool stays_below(const std::filesystem::path& path);
/// The name of one of the scenario's systems; empty if it is wrong.
std::string system_name(Reading& reading, const YAML::Node& node);
/// The system at `key`, or `otherwise`, or the only system. Reports a problem if none of them is known.
std::string system_at(Reading& reading, Mapping& mapping, const std::string& key, const std::string& otherwise);
/// "OWNER/RING" at `key`; an empty name if it is wrong.
racf::RingName ring_at(Reading& reading, Mapping& mapping, const std::string& key);
/// CERTAUTH, SITE or a user ID, as the database stores it.
std::string owner_at(Mapping& mapping, const std::string& key);
/// "SYSTEM:/PATH" at `key`.
void read_place(Reading& reading, Mapping& mapping, const std::string& key, std::string& system, std::string& path);
/// "1.2", "1.3" or "both" at `key`; both versions if it is missing.
std::vector<crypto::TlsVersion> versions_at(Reading& reading, Mapping& mapping, const std::string& key);
/// Texts to look for at `key`, a list or a single one; none if the key is missing.
std::vector<Placed<std::string>> placed_texts(Reading& reading, Mapping& mapping, const std::string& key);
/// The path at `key`, which begins with '/'.
std::string path_at(Reading& reading, Mapping& mapping, const std::string& key);
/// The text at `key` with its place; nullopt if the key is missing.
std::optional<Placed<std::string>> placed_text(Mapping& mapping, const std::string& key);
/// The place of `must_fail` if it is true.
std::optional<parser::Position> must_fail_at(Mapping& mapping);
/// The content of the file `name` beside the scenario or below it; empty if it cannot be read. `node` is the place of
/// problems; `what` names the file in them: "a job's file".
std::string file_beside(Reading& reading, const YAML::Node& node, const std::string& name, const std::string& what);
/// The value of a step's 'expect'; undefined if it has none.
YAML::Node expectations_of(Mapping& step);

/// One of `choices`, which are pairs of a name in capitals and a value. Returns nullopt if the key is missing or wrong.
template <typename Value, std::size_t size>
std::optional<Value> read_choice(Reading& reading, Mapping& mapping, const std::string& key,
                                 const std::array<std::pair<const char*, Value>, size>& choices) {
  if (!mapping.has(key)) return std::nullopt;
  const std::string text = base::upper(mapping.text(key));
  std::string names;
  for (const auto& [name, value] : choices) {
    if (text == name) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  reading.yaml.complain(mapping.at(key), fmt::format("'{}' is one of {}", key, names));
  return std::nullopt;
}

}  // namespace ringside::harness
