// app/commands/lab/diff_command.cpp - ringside lab diff: what differs between two labs, two unloads, or a lab and an
// unload.
#include "app/commands/lab/diff_command.hpp"

#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/commands/lab/compared_file.hpp"
#include "app/output/lab_diff.hpp"
#include "app/output/unload_diff.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "twin/load/refused.hpp"
#include "twin/load/unload_file.hpp"
#include "twin/unload/unload.hpp"

namespace ringside::app {
namespace {

struct DiffArguments {
  std::string before, after;
};

/// The system that --system names, else the only z/OS system of the lab.
database::SystemRecord compared_system(Program& program, lab::Lab& lab, const std::string& path) {
  const std::string name = base::upper(program.options.system);
  std::vector<database::SystemRecord> found;
  for (database::SystemRecord& system : lab.systems().all())
    if (system.kind == "zos" && (name.empty() || system.name == name)) found.push_back(std::move(system));
  if (found.size() == 1) return found.front();
  throw UsageError(name.empty() ? path + ": --system before 'lab' names the system that is compared with the unload"
                                : fmt::format("--system {}: {} has no z/OS system of that name", name, path));
}

void add_records_of_lab(Program& program, const std::string& path, twin::SortedRecords& records) {
  const base::SystemClock clock{};
  lab::Lab lab(path, clock);
  twin::unload(lab, compared_system(program, lab, path), {},
               [&](const twin::RecordLine& record) { records.add(record.line()); });
}

void add_records_of_file(const std::string& path, twin::SortedRecords& records) {
  twin::UnloadFile file(path);
  while (const auto line = file.next()) records.add(*line);
}

void add_records(Program& program, const std::string& path, twin::SortedRecords& records) {
  try {
    is_unload(path) ? add_records_of_file(path, records) : add_records_of_lab(program, path, records);
  } catch (const twin::Refused& refused) {
    throw UsageError(refused.what());
  }
  records.sort();
}

using Tell = std::function<void(const Difference&)>;

DifferenceCounts compare(Program& program, const DiffArguments& arguments, const Tell& tell) {
  const bool unloads = is_unload(arguments.before) || is_unload(arguments.after);
  for (const std::string& file : {arguments.before, arguments.after}) require_compared_file(file);
  if (unloads) {
    twin::SortedRecords before, after;
    add_records(program, arguments.before, before);
    add_records(program, arguments.after, after);
    return compare_records(before, after, tell);
  }
  const base::SystemClock clock{};
  lab::Lab old_lab(arguments.before, clock), new_lab(arguments.after, clock);
  return compare_labs(old_lab, new_lab, tell);
}

void tell_differences(Program& program, const DiffArguments& arguments) {
  auto json = base::Json::array();
  const DifferenceCounts counts = compare(program, arguments, [&](const Difference& difference) {
    if (program.options.json)
      json.push_back(difference_json(difference));
    else
      program.out() << difference_text(difference) << '\n';
  });
  if (counts.all() != 0) program.status = exit_failed;
  if (program.options.json) program.print_json("lab diff", std::move(json), counts_json(counts));
  fmt::print(program.error(), "{} difference(s): {}\n", counts.all(), counts_text(counts));
}

}  // namespace

Command diff_command(Program& program) {
  const auto arguments = std::make_shared<DiffArguments>();
  return {
      .name = "diff",
      .about = "list what differs between two labs, two unloads of RACF databases, or a lab and an unload",
      .notes =
          "Dates, counters, passwords and the seed are not compared. Binary values are shown by a digest.\n"
          "With an unload, records are compared, of a lab those that 'lab unload' writes; fields have IBM's names.\n"
          "Exit status: 0 if both hold the same, 1 if not.",
      .examples = {"cp my.lab before.lab; ringside --lab my.lab run setup.jcl; ringside lab diff before.lab my.lab"},
      .options = {{"BEFORE", &arguments->before, "a lab or an unload", {.required = true}},
                  {"AFTER", &arguments->after, "another one, often a later copy", {.required = true}}},
      .run = [&program, arguments] { tell_differences(program, *arguments); }};
}

}  // namespace ringside::app
