// app/commands/lab/lab_command.cpp - ringside lab: makes labs, shows, checks and compares them.
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/commands/lab/check_command.hpp"
#include "app/commands/lab/commands_command.hpp"
#include "app/commands/lab/diff_command.hpp"
#include "app/commands/lab/lab_operand.hpp"
#include "app/commands/lab/lab_settings.hpp"
#include "app/commands/lab/load_command.hpp"
#include "app/commands/lab/report_command.hpp"
#include "app/commands/lab/unload_command.hpp"
#include "app/lab_file.hpp"
#include "app/program.hpp"
#include "app/prompt/command_input.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/lab/host_names.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::app {
namespace {

/// What the subcommands of ringside lab are given.
struct LabArguments {
  std::string file;
  LabSettings settings;
  bool bare = false;
  std::string like;
};

/// Runs the commands on a new system. Throws UsageError at the first that is refused.
void run_like(lab::Lab& lab, const database::SystemRecord& system, const std::string& file,
              const std::vector<parser::CommandText>& commands) {
  racf::Session session(lab, system, GlobalOptions{}.user);
  for (const parser::CommandText& command : commands) {
    const host::CommandResult result = tso::execute(session, command);
    if (result.return_code >= refused_from)
      throw UsageError(fmt::format("--like {}: {} refuses {}: {}; no lab is made", file, system.name, result.command,
                                   base::join(result.shown(), " ")));
  }
}

std::vector<parser::CommandText> commands_in(Program& program, const std::string& file) {
  std::vector<parser::CommandText> commands;
  if (file.empty()) return commands;
  std::istringstream text(read_input_file(program, file));
  CommandInput input(lines_of(text));
  while (const auto stream = input.next())
    for (const parser::CommandText& command : stream->commands)
      if (tso::kind_of(command) == tso::InputKind::command) commands.push_back(command);
  return commands;
}

void add_systems(Program& program, const LabArguments& arguments) {
  // All is read before the file is made.
  auto systems = parse_systems(arguments.settings.systems);
  if (systems.empty()) systems.push_back(program.first_system());
  std::vector<std::string> names;
  for (const database::SystemRecord& record : systems) names.push_back(record.name);
  const auto hosts = parse_hosts(arguments.settings.hosts, names);
  const auto commands = commands_in(program, arguments.like);
  lab::Lab& lab = program.open_lab();
  for (database::SystemRecord& record : systems) {
    const bool is_new =
        racf::add_system(lab, record, arguments.bare ? racf::Preparation::bare : racf::Preparation::prepared);
    if (is_new && record.kind == "zos") run_like(lab, record, arguments.like, commands);
  }
  for (const SystemHosts& each : hosts) lab::set_host_names(lab, each.system, each.names);
}

void make_lab(Program& program, const LabArguments& arguments) {
  const std::string& file = program.options.lab;
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, error)))
    throw UsageError(file + ": already exists");
  add_systems(program, arguments);
  program.keep_new_lab();
  fmt::print(program.error(), "{} made, with {} system(s)\n", program.options.lab,
             program.lab().systems().all().size());
  if (program.options.json)
    program.print_json("lab new", base::Json::array(), {{"systems", program.lab().systems().all().size()}});
}

void show_lab(Program& program) {
  lab::Lab& lab = program.lab();
  auto json = base::Json::array();
  const auto systems = lab.systems().all();
  const bool named = std::any_of(systems.begin(), systems.end(), [&](const database::SystemRecord& system) {
    return !lab::host_names(lab, system.name).empty();
  });
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text), "clock {}{}\n", base::listing_time(lab.now(), lab.zone()),
                 lab.seeded() ? ", keys derived from a seed (test keys)" : "");
  fmt::format_to(std::back_inserter(text), "{:<8} {:<11} {:<8} {:<8} {:>6} {:>12} {:>6} {:>9}{}\n", "SYSTEM", "KIND",
                 "SYSPLEX", "DATABASE", "USERS", "CERTIFICATES", "RINGS", "DATA SETS", named ? " HOST NAMES" : "");
  for (const database::SystemRecord& system : systems) {
    auto racf = lab.database_of(system);
    const std::int64_t certificates = racf.certificates.count();
    const std::size_t users = racf.users.all().size();
    const std::size_t rings = racf.rings.by_owner("").size();
    const std::size_t data_sets = host::DataSets(lab, system.name).names().size();
    const auto hosts = lab::host_names(lab, system.name);
    fmt::format_to(std::back_inserter(text), "{:<8} {:<11} {:<8} {:<8} {:>6} {:>12} {:>6} {:>9}{}{}\n", system.name,
                   system.kind, system.sysplex, system.database, users, certificates, rings, data_sets,
                   hosts.empty() ? "" : " ", base::join(hosts, ", "));
    json.push_back({{"system", system.name},
                    {"kind", system.kind},
                    {"sysplex", system.sysplex},
                    {"database", system.database},
                    {"users", users},
                    {"certificates", certificates},
                    {"rings", rings},
                    {"data_sets", data_sets},
                    {"host_names", hosts}});
  }
  if (program.options.json)
    program.print_json("lab show", std::move(json), {{"systems", lab.systems().all().size()}});
  else
    program.out() << fmt::to_string(text);
}

using SharedArguments = std::shared_ptr<LabArguments>;

Command new_command(Program& program, const SharedArguments& arguments) {
  return {
      .name = "new",
      .about = "make a lab file with its systems",
      .notes = "The systems are prepared as docs/prepared-system.md lists.",
      .examples = {"ringside --date 2013-05-17 lab new plex.lab --add PRIMARY:zos:PLEX1 --add SYSX:zos:PLEX2",
                   "ringside lab new web.lab --add WEB:zos --host WEB=www.example.com"},
      .options =
          {{"FILE", &arguments->file, "the file to make, if --lab does not name it"},
           {"--system,--add",
            &arguments->settings.systems,
            "NAME[:KIND[:SYSPLEX[:DATABASE]]], once for each system; KIND is zos (default), distributed or "
            "ibmi; none: the system SYS1",
            {.type = "SYSTEM"}},
           host_option(arguments->settings),
           {"--bare", &arguments->bare, "begin with an empty RACF: no active classes, no profiles, no CA certificates"},
           {"--like",
            &arguments->like,
            "TSO commands, one per line, to run first on each security database; if one is refused, no lab is made",
            {.type = "FILE"}}},
      .run =
          [&program, arguments] {
            take_lab_file(program, arguments->file);
            make_lab(program, *arguments);
          },
      .makes_lab = true};
}

Command set_command(Program& program, const SharedArguments& arguments) {
  return {.name = "set",
          .about = "change the settings of a lab: host names, more systems, the clock, the seed",
          .notes = "The clock and the seed are options before 'lab'. All is set, or nothing.",
          .examples = {"ringside lab set plex.lab --host SYSA=sysa.example.com,www.example.com",
                       "ringside --date +30d lab set plex.lab"},
          .options = {{"FILE", &arguments->file, "the lab, if --lab does not name it"},
                      host_option(arguments->settings),
                      {"--add",
                       &arguments->settings.systems,
                       "one more system, NAME[:KIND[:SYSPLEX[:DATABASE]]]",
                       {.type = "SYSTEM"}}},
          .run = [&program, arguments] {
            take_lab_file(program, arguments->file);
            set_lab(program, arguments->settings);
          }};
}

Command show_command(Program& program, const SharedArguments& arguments) {
  return {.name = "show",
          .about = "list the systems of a lab and what they hold",
          .examples = {"ringside lab show plex.lab"},
          .options = {{"FILE", &arguments->file, "the lab, if --lab does not name it"}},
          .run =
              [&program, arguments] {
                take_lab_file(program, arguments->file);
                show_lab(program);
              },
          .alias = "list"};
}

}  // namespace

Command lab_command(Program& program) {
  const auto arguments = std::make_shared<LabArguments>();
  return {.name = "lab",
          .about = "make labs and look at them",
          .examples = {"ringside lab new plex.lab --system SYSA:zos:PLEX1:RACFA --system SYSB:zos:PLEX1:RACFA"},
          .subcommands = {new_command(program, arguments), set_command(program, arguments), load_command(program),
                          show_command(program, arguments), check_command(program), report_command(program),
                          unload_command(program), diff_command(program), commands_command(program)}};
}

}  // namespace ringside::app
