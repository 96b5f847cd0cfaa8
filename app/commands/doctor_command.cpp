// app/commands/doctor_command.cpp - ringside doctor: why a ring or a link does not work, and the commands that repair
// it.
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/commands/trust_options.hpp"
#include "app/output/output_file.hpp"
#include "app/program.hpp"
#include "base/text.hpp"
#include "harness/doctor/diagnosis_text.hpp"
#include "harness/doctor/doctor.hpp"
#include "harness/doctor/mending_jobs.hpp"
#include "harness/report/json.hpp"

namespace ringside::app {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

struct DoctorArguments : TrustArguments {
  std::string jobs_folder;
  std::size_t choice = 0;
};

/// The folder for the jobs. It holds nothing else, so that no job of an earlier run is submitted by mistake.
void make_folder(const std::string& folder) {
  std::error_code error;
  if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error))
    throw UsageError("--jcl " + folder + ": must be a new or an empty folder");
  std::filesystem::create_directories(folder, error);
  if (error) throw OutputError(folder + ": " + error.message());
}

/// Writes the jobs. Returns what to do with them, as commands that can be copied.
std::vector<std::string> write_jobs(Program& program, const std::string& folder, const harness::MendingJobs& jobs) {
  std::vector<std::string> lines;
  std::size_t number = 0;
  for (const harness::MendingStep& step : jobs.steps) {
    if (step.kind != harness::RemedyLine::Kind::tso) {
      const std::string text = harness::to_text({step.kind, step.system, step.text, step.to}, program.options.lab);
      lines.push_back(step.kind == harness::RemedyLine::Kind::by_hand ? "by hand on " + step.system + ": " + text
                                                                      : text);
      continue;
    }
    const std::string file = fmt::format("{}/{}-{}.jcl", folder, ++number, step.system);
    write_output_file(file, step.text);
    std::vector<std::string> words = {"--system", step.system, "run", file};
    if (const std::string user = base::upper(program.options.user); user != GlobalOptions{}.user)
      words.insert(words.begin(), {"--user", user});
    lines.push_back(harness::ringside_command(program.options.lab, words));
  }
  return lines;
}

/// With --jcl, writes the jobs and adds to the lines and to the JSON what to do with them.
void add_jobs(Program& program, const std::string& folder, const harness::Diagnosis& diagnosis,
              std::vector<std::string>& lines, base::Json& json) {
  const harness::MendingJobs jobs = harness::mending_jobs(program.lab(), diagnosis);
  if (!jobs.steps.empty()) make_folder(folder);
  const auto commands = write_jobs(program, folder, jobs);
  lines.insert(lines.end(), jobs.left_out.begin(), jobs.left_out.end());
  lines.push_back(commands.empty() ? "no job is written" : "jobs written; on this lab they run in this order:");
  for (const std::string& command : commands) lines.push_back("  " + command);
  json["jobs"] = {{"in_order", commands}, {"left_out", jobs.left_out}};
}

void examine(Program& program, const DoctorArguments& arguments) {
  if (arguments.endpoints.size() > 2)
    throw UsageError("doctor takes one ring, or the ring of a client and the ring of a server");
  const auto endpoints = endpoints_of(program, arguments.endpoints);
  const harness::TrustOptions options = options_of(program, arguments, endpoints.size());
  const Pairs links = arguments.endpoints.size() == 2 ? Pairs{{0, 1}} : Pairs{};
  auto diagnosis = harness::diagnose(program.lab(), endpoints, options, links, arguments.choice);
  if (!diagnosis) throw UsageError(diagnosis.error());
  diagnosis->empty_rings = remark_on_empty_rings(program, arguments, diagnosis->report.remarks);
  auto lines = harness::diagnosis_lines(*diagnosis);
  base::Json json = harness::report::diagnosis_json(*diagnosis);
  if (!arguments.jobs_folder.empty()) add_jobs(program, arguments.jobs_folder, *diagnosis, lines, json);
  program.status = diagnosis->well() ? 0 : exit_failed;
  base::Json counts = link_counts(diagnosis->report, diagnosis->empty_rings);
  counts["complaints"] = diagnosis->complaints.size();
  show(program, "doctor", json, counts, lines);
}

}  // namespace

Command doctor_command(Program& program) {
  auto arguments = std::make_shared<DoctorArguments>();
  std::vector<Option> options = {
      {"RING", &arguments->endpoints, "[SYSTEM:]OWNER/RING: one ring, or the client's and the server's, or none"}};
  append(options, trust_options(*arguments));
  options.push_back({"--jcl",
                     &arguments->jobs_folder,
                     "also write the commands as jobs, one for each system and stage, into this new folder",
                     {.type = "FOLDER"}});
  options.push_back({"--choice",
                     &arguments->choice,
                     "where there are several ways to repair a link, take this one (the last if there are fewer)",
                     {.type = "N", .range = {{1, 99}}}});
  return {
      .name = "doctor",
      .about = "why a ring or a link does not work, and the commands that repair it",
      .notes =
          "One ring: checks whether its server would trust itself. Two rings: checks whether the first, a client, "
          "can connect to the second. No ring: checks every link of the lab. Each command is printed after the "
          "system to run it on. The commands are tried and undone: the lab does not change.\n"
          "Exit status: 0 if everything works; 1 if something does not, a ring is empty, or there is no link to try.",
      .examples = {"ringside --lab plex.lab doctor SYSA:IZUSVR/IZUKeyring.IZUDFLT SYSB:IZUSVR/IZUKeyring.IZUDFLT",
                   "ringside --lab plex.lab doctor --jcl jobs --choice 1"},
      .options = std::move(options),
      .run = [&program, arguments] { examine(program, *arguments); },
      .takes_global_options = true};
}

}  // namespace ringside::app
