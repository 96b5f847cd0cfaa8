// app/lab_command.cpp - ringside lab: make and look at labs.
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/program.hpp"
#include "app/result_json.hpp"
#include "emulator/base/text.hpp"

namespace ringside::app {
namespace {

constexpr std::array kinds = {"zos", "distributed", "ibmi"};

// "NAME[:kind[:sysplex[:database]]]"
database::SystemRecord parse_system(const std::string& text) {
  const auto parts = base::split(text, ':');
  if (parts.size() > 4 || parts[0].empty() || parts[0].size() > 8)
    throw UsageError("--add " + text + ": must be NAME[:KIND[:SYSPLEX[:DATABASE]]], NAME of 1 to 8 characters");
  database::SystemRecord record{base::upper(parts[0]), "zos", "", "", 0};
  if (parts.size() > 1 && !parts[1].empty()) record.kind = base::lower(parts[1]);
  if (parts.size() > 2) record.sysplex = base::upper(parts[2]);
  if (parts.size() > 3) record.database = base::upper(parts[3]);
  if (std::find(kinds.begin(), kinds.end(), record.kind) == kinds.end())
    throw UsageError("--add " + text + ": the kind must be zos, distributed or ibmi");
  return record;
}

void require_lab_file(const Program& program) {
  if (program.options.lab.empty()) throw UsageError("this subcommand needs --lab FILE before it");
}

void make_lab(Program& program, const std::vector<std::string>& systems) {
  require_lab_file(program);
  std::error_code error;
  if (std::filesystem::exists(program.options.lab, error)) throw UsageError(program.options.lab + ": exists already");
  std::vector<database::SystemRecord> records;
  for (const std::string& text : systems) records.push_back(parse_system(text));
  for (database::SystemRecord& record : records) program.open_lab().add_system(record);
  lab::Lab& lab = program.lab();
  fmt::print(program.error(), "{} made, with {} system(s)\n", program.options.lab, lab.systems().all().size());
}

void show_lab(Program& program) {
  require_lab_file(program);
  lab::Lab& lab = program.lab();
  auto json = nlohmann::ordered_json::array();
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text), "clock {}{}\n", base::listing_time(lab.now(), lab.zone()),
                 lab.seeded() ? ", keys derived from a seed (test keys)" : "");
  fmt::format_to(std::back_inserter(text), "{:<8} {:<11} {:<8} {:<8} {:>6} {:>12} {:>6} {:>9}\n", "SYSTEM", "KIND",
                 "SYSPLEX", "DATABASE", "USERS", "CERTIFICATES", "RINGS", "DATA SETS");
  for (const database::SystemRecord& system : lab.systems().all()) {
    auto racf = lab.database_of(system);
    std::size_t certificates = 0;
    for (const auto& user : racf.users.all()) certificates += racf.certificates.by_owner(user.name).size();
    const std::size_t users = racf.users.all().size();
    const std::size_t rings = racf.rings.by_owner("").size();
    const std::size_t data_sets = host::DataSets(lab.store(), system.name).names().size();
    fmt::format_to(std::back_inserter(text), "{:<8} {:<11} {:<8} {:<8} {:>6} {:>12} {:>6} {:>9}\n", system.name,
                   system.kind, system.sysplex, system.database, users, certificates, rings, data_sets);
    json.push_back({{"system", system.name},
                    {"kind", system.kind},
                    {"sysplex", system.sysplex},
                    {"database", system.database},
                    {"users", users},
                    {"certificates", certificates},
                    {"rings", rings},
                    {"data_sets", data_sets}});
  }
  program.out() << (program.options.json ? json_text(json) + "\n" : fmt::to_string(text));
}

}  // namespace

void add_lab_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("lab", "make and look at labs");
  command->require_subcommand(1);
  command->footer("Example: ringside --lab plex.lab lab new --add SYSA:zos:PLEX1:RACFA --add SYSB:zos:PLEX1:RACFA");
  CLI::App* make = command->add_subcommand("new", "make a lab file with its systems");
  auto systems = std::make_shared<std::vector<std::string>>();
  make->add_option("--add", *systems, "a system: NAME[:KIND[:SYSPLEX[:DATABASE]]]; repeat for more")
      ->type_name("SYSTEM");
  make->callback([&program, systems] { make_lab(program, *systems); });
  CLI::App* show = command->add_subcommand("show", "list the systems of a lab and what they hold");
  show->alias("list");
  show->callback([&program] { show_lab(program); });
}

}  // namespace ringside::app
