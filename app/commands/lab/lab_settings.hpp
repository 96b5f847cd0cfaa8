// app/commands/lab/lab_settings.hpp - what 'lab new' and 'lab set' give a lab: systems and their host names.
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"

namespace ringside::app {

/// The values of --add and --host, as typed.
struct LabSettings {
  std::vector<std::string> systems;
  std::vector<std::string> hosts;
};

Option host_option(LabSettings& settings);

/// Reads NAME[:KIND[:SYSPLEX[:DATABASE]]] of each system. Throws UsageError.
std::vector<database::SystemRecord> parse_systems(const std::vector<std::string>& texts);

/// The host names of one system.
struct SystemHosts {
  std::string system;
  std::vector<std::string> names;  ///< none: it loses those that it has
};

/// Reads NAME=HOST[,ALIAS...] of each system, or NAME= for none. Throws UsageError, also for a system that is not in
/// `known` or is named twice.
std::vector<SystemHosts> parse_hosts(const std::vector<std::string>& texts, const std::vector<std::string>& known);

/// 'lab set': changes the settings of a lab that exists, or nothing.
void set_lab(Program& program, const LabSettings& settings);

}  // namespace ringside::app
