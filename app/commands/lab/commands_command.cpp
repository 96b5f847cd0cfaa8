// app/commands/lab/commands_command.cpp - ringside lab commands: the RACF commands that lead from one lab to another.
#include "app/commands/lab/commands_command.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/commands/lab/compared_file.hpp"
#include "app/output/lab_diff.hpp"
#include "app/output/new_folder.hpp"
#include "app/password.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/commands_between.hpp"

namespace ringside::app {
namespace {

constexpr unsigned key_file_mode = 0600, file_mode = 0666;

struct CommandsArguments {
  std::string from, to;
  std::string systems;  ///< FROMSYS[:TOSYS]
  std::string files;
  PasswordArguments password{"--password", {}, {}};
};

struct SystemPair {
  database::SystemRecord from, to;
};

std::vector<database::SystemRecord> zos_systems(lab::Lab& lab) {
  auto systems = lab.systems().all();
  std::erase_if(systems, [](const database::SystemRecord& system) { return system.kind != "zos"; });
  return systems;
}

std::optional<database::SystemRecord> system_named(lab::Lab& lab, const std::string& name) {
  for (database::SystemRecord& system : zos_systems(lab))
    if (system.name == name) return std::move(system);
  return std::nullopt;
}

database::SystemRecord required_system(lab::Lab& lab, const std::string& file, const std::string& name) {
  auto system = system_named(lab, base::upper(name));
  if (system) return *std::move(system);
  std::vector<std::string> names;
  for (const database::SystemRecord& each : zos_systems(lab)) names.push_back(each.name);
  throw UsageError(fmt::format("--system {}: {} has no z/OS system of that name; it has {}", base::printable(name),
                               file, names.empty() ? "none" : base::join(names, ", ")));
}

/// The systems of equal names, one pair for each database; the only ones of both labs whatever their names.
std::vector<SystemPair> equal_systems(lab::Lab& from, lab::Lab& to) {
  const auto left = zos_systems(from), right = zos_systems(to);
  if (left.size() == 1 && right.size() == 1) return {{left.front(), right.front()}};
  std::vector<SystemPair> pairs;
  std::set<std::string> seen;
  for (const database::SystemRecord& system : left) {
    const auto other = system_named(to, system.name);
    if (other && seen.insert(system.database).second) pairs.push_back({system, *other});
  }
  return pairs;
}

std::vector<SystemPair> pairs_of(lab::Lab& from, lab::Lab& to, const CommandsArguments& arguments) {
  if (!arguments.systems.empty()) {
    const auto names = base::split(arguments.systems, ':');
    if (names.size() > 2) throw UsageError("--system " + arguments.systems + ": must be FROMSYS or FROMSYS:TOSYS");
    return {{required_system(from, arguments.from, names.front()), required_system(to, arguments.to, names.back())}};
  }
  auto pairs = equal_systems(from, to);
  if (pairs.empty())
    throw UsageError(fmt::format("{} and {} have no z/OS system of the same name; --system FROMSYS:TOSYS names two",
                                 arguments.from, arguments.to));
  return pairs;
}

/// What the comparison afterwards finds, and remarks of the plan tell already or no command is for: passwords, and what
/// SETROPTS RACLIST has in storage.
bool is_told_elsewhere(const Difference& difference) {
  constexpr std::array<std::string_view, 2> kinds{"password", "conditional access"};
  return difference.kind.ends_with(" in storage") ||
         std::find(kinds.begin(), kinds.end(), difference.kind) != kinds.end();
}

/// Plans pair by pair, prints the commands and keeps the counts.
class CommandsPrinter {
 public:
  CommandsPrinter(Program& program, const CommandsArguments& arguments) : program_(program), arguments_(arguments) {
    if (!arguments.files.empty()) folder_.emplace(arguments.files);
  }

  void print(const SystemPair& pair, const twin::CommandPlan& plan) {
    for (const twin::PlannedLine& line : plan.lines) {
      if (line.kind == twin::PlannedLine::Kind::command)
        print_command(pair, line.text);
      else
        print_remark(pair, line.text);
    }
    write_files(pair, plan);
    keys_left_ += plan.keys_left;
  }

  void print_remark(const SystemPair& pair, const std::string& text) {
    ++remarks_;
    if (program_.options.json)
      json_.push_back({{"system", pair.from.name}, {"remark", base::printable(text)}});
    else
      print_comment(text);
  }

  void print_comment(const std::string& text) {
    if (program_.options.json) return;
    for (const std::string& line : twin::comment_lines(text)) program_.out() << line << '\n';
  }

  void count_difference() { ++differences_; }

  void finish() {
    if (folder_) folder_->sync();
    program_.flush();
    if (differences_ > 0) program_.status = exit_failed;
    if (program_.options.json)
      program_.print_json("lab commands", std::move(json_),
                          {{"commands", commands_},
                           {"remarks", remarks_},
                           {"files", files_},
                           {"keys_left", keys_left_},
                           {"differences", differences_}});
    fmt::print(program_.error(), "{} command(s), {} remark(s){}{}; {} difference(s) remain\n", commands_, remarks_,
               files_text(), keys_text(), differences_);
  }

 private:
  void print_command(const SystemPair& pair, const std::string& command) {
    ++commands_;
    if (program_.options.json)
      json_.push_back({{"system", pair.from.name}, {"command", command}});
    else
      for (const std::string& line : twin::command_lines(command)) program_.out() << line << '\n';
  }

  void write_files(const SystemPair& pair, const twin::CommandPlan& plan) {
    files_ += plan.files.size();
    if (!folder_) return;
    for (const twin::PlannedFile& file : plan.files) {
      folder_->write(file.data_set, file.content, file.holds_key ? key_file_mode : file_mode);
      if (program_.options.json)
        json_.push_back({{"system", pair.from.name},
                         {"data_set", file.data_set},
                         {"file", arguments_.files + "/" + file.data_set}});
    }
  }

  [[nodiscard]] std::string files_text() const {
    if (files_ == 0) return {};
    return folder_ ? fmt::format(", {} file(s) in {}", files_, arguments_.files)
                   : fmt::format(", {} file(s) that --files FOLDER writes", files_);
  }

  [[nodiscard]] std::string keys_text() const {
    return keys_left_ == 0 ? "" : fmt::format(", {} private key(s) not carried", keys_left_);
  }

  Program& program_;
  const CommandsArguments& arguments_;
  std::optional<NewFolder> folder_;
  base::Json json_ = base::Json::array();
  std::size_t commands_ = 0, remarks_ = 0, files_ = 0, keys_left_ = 0, differences_ = 0;
};

/// The user must be there, since the commands are run as this user on a copy.
void require_issuer(lab::Lab& lab, const SystemPair& pair, const std::string& issuer, const std::string& file) {
  const auto user = lab.database_of(pair.from).users.find(issuer);
  if (!user) throw UsageError(fmt::format("--user {}: is not defined on {} of {}", issuer, pair.from.name, file));
  if (!user->attributes.contains("SPECIAL"))
    throw UsageError(
        fmt::format("--user {}: has no SPECIAL on {} of {}, which the commands need", issuer, pair.from.name, file));
}

/// Differences that the commands leave, as remarks.
void tell_rest(CommandsPrinter& printer, lab::Lab& trial, const SystemPair& pair, lab::Lab& target) {
  compare_databases(trial, pair.from, target, pair.to, [&](const Difference& difference) {
    if (is_told_elsewhere(difference)) return;
    printer.count_difference();
    printer.print_remark(pair, "remains: " + difference_text(difference));
  });
}

void print_commands(Program& program, const CommandsArguments& arguments) {
  for (const std::string& file : {arguments.from, arguments.to}) require_compared_file(file);
  const base::SystemClock clock{};
  const lab::Rules rules = rules_of(program.options);
  const auto from = opened_lab(arguments.from, clock, rules), to = opened_lab(arguments.to, clock, rules);
  const std::string issuer = base::upper(program.options.user);
  const auto pairs = pairs_of(*from, *to, arguments);
  for (const SystemPair& pair : pairs) require_issuer(*from, pair, issuer, arguments.from);
  const auto password = given_password(program, arguments.password);
  if (password && password->reveal().empty()) throw UsageError("--password: must not be empty");
  CommandsPrinter printer(program, arguments);
  const auto trial = from->copy_in_memory();
  for (const SystemPair& pair : pairs) {
    printer.print_comment(fmt::format("{} of {} becomes {} of {}; run as {}", pair.from.name, arguments.from,
                                      pair.to.name, arguments.to, issuer));
    printer.print(pair, twin::commands_between(*trial, pair.from, *to, pair.to, {issuer, password}));
    tell_rest(printer, *trial, pair, *to);
  }
  printer.finish();
}

}  // namespace

Command commands_command(Program& program) {
  const auto arguments = std::make_shared<CommandsArguments>();
  std::vector<Option> options = {{"FROM", &arguments->from, "a lab, or an unload", {.required = true}},
                                 {"TO", &arguments->to, "another lab or unload", {.required = true}},
                                 {"--system",
                                  &arguments->systems,
                                  "the system of FROM, and that of TO if its name is another one; without it, "
                                  "all systems with the same name in both labs",
                                  {.type = "FROMSYS[:TOSYS]"}},
                                 {"--files",
                                  &arguments->files,
                                  "write the certificates that ADD reads into this folder, which is new or empty",
                                  {.type = "FOLDER"}}};
  append(options, password_options(arguments->password, "of the PKCS#12 files; without it no private key is carried"));
  return {
      .name = "commands",
      .about = "print the RACF commands that lead from one lab to another",
      .notes =
          "The commands are for an administrator to review. Each was run on a copy of FROM before it is printed, as "
          "--user, who has SPECIAL there.\n"
          "Comments tell what no command does: passwords, dates, certificates and keys that are not there.\n"
          "PASSWORD of RACDCERT ADD is printed as it was given.\n"
          "An unload of a RACF database is taken as a twin of its system; its certificates are to be added by hand.\n"
          "Exit status: 0 if the commands lead to TO, 1 if differences remain.",
      .examples = {"ringside lab commands my.lab plex.lab --system SYS1:SYSA --files ./certificates --password-from "
                   "file:pw.txt > commands.txt; ringside --lab my.lab tso --dry-run --files ./certificates < "
                   "commands.txt"},
      .options = std::move(options),
      .run = [&program, arguments] { print_commands(program, *arguments); }};
}

}  // namespace ringside::app
