// app/commands/lab/lab_settings.cpp - what 'lab new' and 'lab set' give a lab: systems and their host names.
#include "app/commands/lab/lab_settings.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "base/json.hpp"
#include "base/national.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "emulator/lab/host_names.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"

namespace ringside::app {
namespace {

constexpr std::array system_kinds = {"zos", "distributed", "ibmi"};

database::SystemRecord parse_system(const std::string& text) {
  const auto parts = base::split(text, ':');
  if (parts.size() > 4 || !base::is_identifier(base::upper(parts[0])))
    throw UsageError("system " + text + ": must be NAME[:KIND[:SYSPLEX[:DATABASE]]], NAME of 1 to 8 characters");
  database::SystemRecord record{base::upper(parts[0]), "zos", "", "", 0};
  if (parts.size() > 1 && !parts[1].empty()) record.kind = base::lower(parts[1]);
  if (parts.size() > 2) record.sysplex = base::upper(parts[2]);
  if (parts.size() > 3) record.database = base::upper(parts[3]);
  if (std::find(system_kinds.begin(), system_kinds.end(), record.kind) == system_kinds.end())
    throw UsageError("system " + text + ": the kind must be zos, distributed or ibmi");
  return record;
}

SystemHosts parse_host(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos)
    throw UsageError("--host " + text + ": must be NAME=HOST or NAME=HOST,ALIAS");
  SystemHosts hosts{base::upper(text.substr(0, equals)), {}};
  if (equals + 1 == text.size()) return hosts;
  auto names = lab::parse_host_names(text.substr(equals + 1));
  if (!names) throw UsageError("--host " + text + ": " + names.error());
  hosts.names = *std::move(names);
  return hosts;
}

std::vector<std::string> names_of(const std::vector<database::SystemRecord>& systems) {
  std::vector<std::string> names;
  for (const database::SystemRecord& system : systems) names.push_back(system.name);
  return names;
}

void tell(Program& program, const std::vector<database::SystemRecord>& added, const std::vector<SystemHosts>& hosts) {
  const GlobalOptions& options = program.options;
  const std::string lab = "ringside: " + options.lab + ": ";
  std::ostream& out = program.error();
  for (const std::string& name : names_of(added)) fmt::print(out, "{}system {} added\n", lab, name);
  for (const auto& [system, names] : hosts)
    fmt::print(
        out, "{}{} has {}\n", lab, system,
        names.empty() ? "no host name" : (names.size() == 1 ? "the host " : "the hosts ") + base::join(names, ", "));
  if (!options.date.empty()) fmt::print(out, "{}clock {}\n", lab, options.date);
  if (!options.seed.empty()) fmt::print(out, "{}keys are derived from a seed from now on\n", lab);
  if (options.json)
    program.print_json("lab set", base::Json::array(), {{"systems", program.lab().systems().all().size()}});
}

}  // namespace

Option host_option(LabSettings& settings) {
  return {
      "--host",
      &settings.hosts,
      "NAME=HOST[,ALIAS...]: the names under which clients reach a system, as --verify-host needs them; NAME= takes "
      "them away",
      {.type = "NAME=HOST"}};
}

std::vector<database::SystemRecord> parse_systems(const std::vector<std::string>& texts) {
  std::vector<database::SystemRecord> records;
  for (const std::string& text : texts) {
    database::SystemRecord record = parse_system(text);
    for (const database::SystemRecord& other : records)
      if (other.name == record.name) throw UsageError("system " + text + ": the name is given twice");
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<SystemHosts> parse_hosts(const std::vector<std::string>& texts, const std::vector<std::string>& known) {
  std::vector<SystemHosts> all;
  for (const std::string& text : texts) {
    SystemHosts hosts = parse_host(text);
    if (std::find(known.begin(), known.end(), hosts.system) == known.end())
      throw UsageError(fmt::format("--host {}: the lab has no system {}{}", text, hosts.system,
                                   base::did_you_mean(hosts.system, known)));
    if (std::any_of(all.begin(), all.end(), [&](const SystemHosts& other) { return other.system == hosts.system; }))
      throw UsageError("--host " + text + ": the system is given twice; separate its host names by commas");
    all.push_back(std::move(hosts));
  }
  return all;
}

void set_lab(Program& program, const LabSettings& settings) {
  if (settings.systems.empty() && settings.hosts.empty() && program.options.date.empty() &&
      program.options.seed.empty())
    throw UsageError("nothing to set: use --add, --host, or --date or --seed before 'lab'");
  auto added = parse_systems(settings.systems);
  lab::Lab& lab = program.open_lab(Program::Clock::later);
  if (lab.is_read_only()) throw UsageError(program.options.lab + ": this lab is read-only");
  auto savepoint = lab.savepoint();
  for (const database::SystemRecord& record : added)
    if (lab.systems().find(record.name))
      throw UsageError("system " + record.name +
                       ": the lab has it already; the kind, sysplex and database of a system are set when it is added, "
                       "and stay");
  for (database::SystemRecord& record : added) racf::add_system(lab, record);
  const auto hosts = parse_hosts(settings.hosts, names_of(lab.systems().all()));
  for (const auto& [system, names] : hosts) lab::set_host_names(lab, system, names);
  program.set_clock_and_seed();
  savepoint.keep();
  tell(program, added, hosts);
}

}  // namespace ringside::app
