// harness/scenario/reading.hpp - what the readers of the parts of a scenario file share.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/suggestion.hpp"
#include "harness/scenario/scenario.hpp"
#include "harness/scenario/yaml_reader.hpp"

namespace ringside::harness {

struct Reading {
  YamlReader& yaml;
  std::filesystem::path folder;      ///< where the files that the scenario names are
  std::vector<std::string> systems;  ///< names of the scenario's systems
};

/// The moment at `key`, in UTC, which is a lab's default zone; a problem if it is none; nothing if there is no such
/// key.
std::optional<base::Instant> moment_at(Reading& reading, Mapping& mapping, const std::string& key);
/// Whether a path names a file or folder beside the scenario or below it: what a scenario reads shows in reports, and
/// it may come from anywhere.
bool stays_below(const std::filesystem::path& path);
/// The name of one of the scenario's systems; a problem and an empty text otherwise.
std::string system_name(Reading& reading, const YAML::Node& node);
/// The system at `key`, or `otherwise`; a problem if neither says which.
std::string system_at(Reading& reading, Mapping& mapping, const std::string& key, const std::string& otherwise);
/// "OWNER/RING"; a problem and an empty name otherwise.
racf::RingName ring_at(Reading& reading, Mapping& mapping, const std::string& key);
/// CERTAUTH, SITE or a user ID, as the database keeps it.
std::string owner_at(Mapping& mapping, const std::string& key);

// head_reader.cpp: tags, importance, timeout, skip; release and strictness; users, as steps that make them
void read_selection(Reading& reading, Mapping& top, Scenario& scenario);
void read_rules(Reading& reading, Mapping& top, Scenario& scenario);
void read_users(Reading& reading, const YAML::Node& node, Scenario& scenario);

// step_reader.cpp
Step read_step(Reading& reading, const YAML::Node& node);

// host_step_reader.cpp: steps on systems that have files
Action read_sh(Reading& reading, Mapping& mapping);
Action read_script(Reading& reading, Mapping& mapping);
Action read_keytool(Reading& reading, Mapping& mapping);
Action read_openssl(Reading& reading, Mapping& mapping);
Action read_start_agent(Reading& reading, Mapping& mapping);
Action read_stop_agent(Reading& reading, Mapping& mapping);
Action read_put(Reading& reading, Mapping& mapping);
Action read_copy(Reading& reading, Mapping& mapping);
Action read_tls(Reading& reading, Mapping& mapping);
/// "SYSTEM:/PATH" at `key`; a problem otherwise.
void read_place(Reading& reading, Mapping& mapping, const std::string& key, std::string& system, std::string& path);
/// "1.2", "1.3" or "both" at the key 'tls' of `mapping`.
std::vector<crypto::TlsVersion> versions_at(Reading& reading, Mapping& mapping, const std::string& key);

/// Texts to look for, of a list or a single one, at `key`; none if it is not there.
std::vector<Placed<std::string>> placed_texts(Reading& reading, Mapping& mapping, const std::string& key);
/// The path at `key`, which begins with '/'.
std::string path_at(Reading& reading, Mapping& mapping, const std::string& key);
/// The text at `key` with its place, if it is there.
std::optional<Placed<std::string>> placed_text(Mapping& mapping, const std::string& key);
/// Where `must_fail` stands, if it is true.
std::optional<parser::Position> must_fail_at(Mapping& mapping);
/// A file beside the scenario or below it that `node` names; a problem and an empty text otherwise. `what` is "a job's
/// file".
std::string file_beside(Reading& reading, const YAML::Node& node, const std::string& name, const std::string& what);

// output_reader.cpp, expectation_reader.cpp; `expect` may be undefined, and then everything must end with code 0
/// `fails_from` is the lowest code of a failure.
CommandExpectation read_command_expectation(Reading& reading, Mapping& mapping, int fails_from = 8);
JobExpectation read_job_expectation(Reading& reading, const YAML::Node& expect, parser::Position of_step);
TrustExpectation read_trust_expectation(Reading& reading, const YAML::Node& expect);
void read_state_expectations(Reading& reading, const YAML::Node& expect, Step& step);

}  // namespace ringside::harness
