// app/commands/lab/unload_command.cpp - ringside lab unload: writes the RACF database of a system as IRRDBU00 does.
#include "app/commands/lab/unload_command.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/output/output_file.hpp"
#include "app/output/progress.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "twin/anonymise/anonymiser.hpp"
#include "twin/records/layout.hpp"
#include "twin/unload/unload.hpp"

namespace ringside::app {
namespace {

constexpr const char* standard_output = "-";

struct UnloadArguments {
  std::string system, file, zone;
  bool ebcdic = false;
  bool replace = false;
  bool anonymise = false;
};

using Counts = std::map<std::string, std::uint64_t>;  ///< of records, by type

database::SystemRecord unloaded_system(Program& program, const std::string& name) {
  database::SystemRecord system = program.system(name);
  if (system.kind != "zos")
    throw UsageError(fmt::format("{} is of kind {}, which has no RACF database", system.name, system.kind));
  return system;
}

void check_arguments(const Program& program, const UnloadArguments& arguments) {
  if (program.options.lab.empty() && !program.has_open_lab())
    throw UsageError("'lab unload' needs a lab file: --lab FILE before it");
  if (arguments.file == standard_output && program.options.json)
    throw UsageError("--json and the records cannot both go to standard output; FILE must name a file");
  std::error_code error;
  const std::filesystem::path file(arguments.file);
  if (std::filesystem::equivalent(file, program.options.lab, error)) throw UsageError(arguments.file + ": is the lab");
  if (!arguments.replace && std::filesystem::is_regular_file(file, error))
    throw UsageError(arguments.file + ": already exists; --replace writes it anew");
}

base::Zone zone_of(const UnloadArguments& arguments) {
  if (arguments.zone.empty()) return {};
  const auto zone = base::parse_zone(arguments.zone);
  if (!zone) throw UsageError("--zone " + arguments.zone + ": it is no offset from UTC such as +02:00");
  return *zone;
}

std::string octets_of(const twin::RecordLine& record, bool ebcdic) {
  return ebcdic ? base::to_text(record.ebcdic_record()) : record.line() + "\n";
}

/// What renames the records of a system.
twin::Anonymiser anonymiser_of(Program& program, const database::SystemRecord& system) {
  twin::Anonymiser anonymiser;
  twin::unload(program.lab(), system, {},
               [&](const twin::RecordLine& record) { anonymiser.learn(twin::Record(record.line())); });
  return anonymiser;
}

/// Passes the octets of each record to `sink`. Returns how many records there are.
Counts write_records(Program& program, const database::SystemRecord& system, const UnloadArguments& arguments,
                     const PartSink& sink) {
  constexpr std::size_t steps = 1'000;
  Progress progress(program.error(), program.shows_progress(), steps);
  const twin::UnloadOptions options{zone_of(arguments), [&](std::uint64_t done, std::uint64_t all) {
                                      progress.show(static_cast<std::size_t>(done * steps / all));
                                    }};
  const auto anonymiser = arguments.anonymise ? std::optional(anonymiser_of(program, system)) : std::nullopt;
  Counts counts;
  twin::unload(program.lab(), system, options, [&](const twin::RecordLine& record) {
    sink(octets_of(anonymiser ? anonymiser->changed(twin::Record(record.line())).value() : record, arguments.ebcdic));
    ++counts[std::string(record.type())];
  });
  progress.clear();
  return counts;
}

std::uint64_t all_records(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& one) { return sum + one.second; });
}

void print_counts(Program& program, const Counts& counts) {
  for (const auto& [type, count] : counts)
    fmt::print(program.out(), "{} {:<60} {:>9}\n", type, twin::find_layout(type)->name, count);
}

void print_json_counts(Program& program, const Counts& counts) {
  auto results = base::Json::array();
  for (const auto& [type, count] : counts)
    results.push_back({{"type", type}, {"name", twin::find_layout(type)->name}, {"records", count}});
  program.print_json("lab unload", std::move(results), {{"records", all_records(counts)}});
}

/// "3 groups, 5 users, ..." of what the records tell.
std::string summary_of(const Counts& counts) {
  constexpr std::array kinds{
      std::pair("0100", "group(s)"),
      std::pair("0200", "user(s)"),
      std::pair("0400", "data set profile(s)"),
      std::pair("0500", "general resource(s)"),
      std::pair("0560", "certificate(s)"),
  };
  std::vector<std::string> parts;
  for (const auto& [type, name] : kinds) {
    const auto count = counts.find(type);
    parts.push_back(fmt::format("{} {}", count == counts.end() ? 0 : count->second, name));
  }
  return base::join(parts, ", ");
}

void unload_system(Program& program, const UnloadArguments& arguments) {
  check_arguments(program, arguments);
  zone_of(arguments);  // refuses a wrong one before anything is read
  const database::SystemRecord system = unloaded_system(program, arguments.system);
  Counts counts;
  const auto produce = [&](const PartSink& sink) { counts = write_records(program, system, arguments, sink); };
  const bool to_file = arguments.file != standard_output;
  if (to_file)
    write_output_file_in_parts(arguments.file, produce);
  else
    produce([&](std::string_view part) { program.out() << part; });
  if (program.options.json)
    print_json_counts(program, counts);
  else if (to_file)
    print_counts(program, counts);
  fmt::print(program.error(), "{} record(s) of {} written to {}: {}\n", all_records(counts), system.name,
             to_file ? arguments.file : "standard output", summary_of(counts));
}

}  // namespace

Command unload_command(Program& program) {
  const auto arguments = std::make_shared<UnloadArguments>();
  return {.name = "unload",
          .about = "write the RACF database of a system as IRRDBU00 does",
          .notes =
              "FILE is text in UTF-8, one record a line, without the blanks at its end; - is standard output. No key, "
              "no\n"
              "password and no certificate is in it (docs/twin.md). Prints how many records of each type there are.",
          .examples = {"ringside --lab plex.lab lab unload SYSA irrdbu00.txt",
                       "ringside --lab plex.lab lab unload SYSA irrdbu00.bin --ebcdic"},
          .options = {{"SYSTEM", &arguments->system, "a z/OS system of the lab", {.required = true}},
                      {"FILE", &arguments->file, "the file to write", {.type = "FILE", .required = true}},
                      {"--ebcdic", &arguments->ebcdic,
                       "write records of variable length as z/OS has them: IBM-1047 behind record descriptor words"},
                      {"--zone",
                       &arguments->zone,
                       "of the dates and times of certificates: how far it is ahead of UTC; UTC if it is not given",
                       {.type = "OFFSET"}},
                      {"--anonymise", &arguments->anonymise,
                       "give users, groups, labels, names and all words of the site substitutes, for a report of a "
                       "defect"},
                      {"--replace", &arguments->replace, "replace FILE if it exists"}},
          .run = [&program, arguments] { unload_system(program, *arguments); }};
}

}  // namespace ringside::app
