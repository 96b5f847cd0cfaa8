// app/commands/lab/load_command.cpp - ringside lab load: makes the twin of a site's system from an unload.
#include "app/commands/lab/load_command.hpp"

#include <csignal>
#include <memory>
#include <numeric>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/commands/lab/lab_settings.hpp"
#include "app/output/progress.hpp"
#include "app/password.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "twin/load/load.hpp"

namespace ringside::app {
namespace {

struct LoadArguments {
  std::string unload, system, plex, certificates, setropts, zone;
  bool anonymise = false;
  PasswordArguments password{"--password", {}, {}};
};

volatile std::sig_atomic_t interrupted = 0;

/// While it exists, Ctrl-C and a request to end only set a mark, so that the load ends with the lab as it was.
class InterruptMark {
 public:
  InterruptMark() {
    interrupted = 0;
    on_interrupt_ = std::signal(SIGINT, mark);
    on_end_ = std::signal(SIGTERM, mark);
  }
  ~InterruptMark() {
    std::signal(SIGINT, on_interrupt_);
    std::signal(SIGTERM, on_end_);
  }
  InterruptMark(const InterruptMark&) = delete;
  InterruptMark& operator=(const InterruptMark&) = delete;

 private:
  using Handler = void (*)(int);
  static void mark(int) { interrupted = 1; }
  Handler on_interrupt_, on_end_;
};

twin::LoadOptions options_of(Program& program, const LoadArguments& arguments) {
  twin::LoadOptions options;
  options.unload = arguments.unload;
  auto systems = parse_systems({arguments.system + ":zos:" + arguments.plex});
  options.system = systems.front();
  options.certificates = arguments.certificates;
  options.password = given_password(program, arguments.password);
  if (!arguments.setropts.empty()) options.setropts = read_input_file(program, arguments.setropts);
  options.anonymise = arguments.anonymise;
  if (arguments.zone.empty()) return options;
  const auto zone = base::parse_zone(arguments.zone);
  if (!zone) throw UsageError("--zone " + arguments.zone + ": it is no offset from UTC such as +02:00");
  options.zone = *zone;
  return options;
}

std::uint64_t number_of(const twin::LoadReport& report, const char* type) {
  const auto found = report.records.find(type);
  return found == report.records.end() ? 0 : found->second;
}

std::uint64_t all_of(const std::map<std::string, std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& one) { return sum + one.second; });
}

std::string grades_text(const twin::LoadReport& report) {
  std::vector<std::string> parts;
  for (const auto& [grade, count] : report.certificates) parts.push_back(fmt::format("{} {}", count, to_string(grade)));
  return parts.empty() ? "none" : base::join(parts, ", ");
}

void print_report(Program& program, const twin::LoadReport& report) {
  auto& out = program.out();
  fmt::print(out, "records       {}, {}\n", all_of(report.records), to_string(report.form));
  fmt::print(out, "people        {} users, {} groups, {} connections\n", number_of(report, "0200"),
             number_of(report, "0100"), number_of(report, "0205"));
  fmt::print(out, "profiles      {} of general resources, {} of data sets\n", number_of(report, "0500"),
             number_of(report, "0400"));
  fmt::print(out, "certificates  {}\n", grades_text(report));
  fmt::print(out, "rings         {}; filters and mappings {}\n", report.rings, report.filters);
  if (report.unknown != 0)
    fmt::print(out, "passed over   {} records of types that the twin does not know\n", report.unknown);
  for (const auto& [kind, count] : report.remarks) fmt::print(out, "remark        {} x {}\n", count, kind);
  for (const std::string& file : report.unreadable_files)
    fmt::print(out, "no certificate in {}\n", base::printable(file));
  if (!report.assumed_classes.empty())
    fmt::print(out, "assumed       active classes, since no --setropts tells them: {}\n",
               base::join(report.assumed_classes, " "));
  fmt::print(
      out, "invented      keys, signatures and extensions of certificates that are not real; nobody has a password\n");
}

base::Json counts_json(const twin::LoadReport& report) {
  auto records = base::Json::object(), grades = base::Json::object(), remarks = base::Json::object();
  for (const auto& [type, count] : report.records) records[type] = count;
  for (const auto& [grade, count] : report.certificates) grades[to_string(grade)] = count;
  for (const auto& [kind, count] : report.remarks) remarks[kind] = count;
  return {{"form", to_string(report.form)},
          {"records", std::move(records)},
          {"unknown_records", report.unknown},
          {"certificates", std::move(grades)},
          {"rings", report.rings},
          {"filters", report.filters},
          {"remarks", std::move(remarks)},
          {"unreadable_files", report.unreadable_files},
          {"assumed_classes", report.assumed_classes}};
}

base::Json remarks_json(Program& program, const database::SystemRecord& system) {
  auto json = base::Json::array();
  const auto racf = program.open_lab().database_of(system);
  for (const database::LoadRemark& remark : racf.load_remarks.all())
    json.push_back({{"kind", remark.kind}, {"item", remark.item}, {"sentence", remark.sentence}});
  return json;
}

void load_unload(Program& program, const LoadArguments& arguments) {
  if (program.options.lab.empty()) throw UsageError("'lab load' needs a lab file: --lab FILE before it");
  twin::LoadOptions options = options_of(program, arguments);
  constexpr std::size_t steps = 1'000;
  Progress progress(program.error(), program.shows_progress(), steps);
  options.goes_on = [&](double share) {
    progress.show(static_cast<std::size_t>(share * steps));
    return interrupted == 0;
  };
  const InterruptMark mark;
  const auto report = twin::load(program.open_lab(), options);
  progress.clear();
  if (!report) throw UsageError(report.error());
  program.keep_new_lab();
  if (program.options.json)
    program.print_json("lab load", remarks_json(program, *program.open_lab().systems().find(options.system.name)),
                       counts_json(*report));
  else
    print_report(program, *report);
  fmt::print(program.error(), "{} is loaded into {}: {} users, {} certificates, {} rings, {} remark(s), {:.1f} s\n",
             options.system.name, program.options.lab, number_of(*report, "0200"),
             std::accumulate(report->certificates.begin(), report->certificates.end(), std::uint64_t{0},
                             [](std::uint64_t sum, const auto& one) { return sum + one.second; }),
             report->rings, all_of(report->remarks), progress.seconds());
}

}  // namespace

Command load_command(Program& program) {
  const auto arguments = std::make_shared<LoadArguments>();
  Command command{
      .name = "load",
      .about = "make the twin of a system of yours from an unload of its RACF database (IRRDBU00)",
      .notes =
          "UNLOAD is text or EBCDIC, with or without record descriptor words. An unload holds no keys and no "
          "certificates:\n"
          "certificates of --certificates are real ones, the others stand-ins (docs/twin.md). 'lab check --audit' "
          "tells what\n"
          "does not fit together. The lab is made if its file does not exist. Nothing leaves this machine.",
      .examples = {"ringside --lab twin.lab lab load sysa.txt --system SYSA --plex PLEX1",
                   "ringside --lab twin.lab lab load sysb.bin --system SYSB --plex PLEX1 --certificates exported "
                   "--setropts setropts.txt --zone +01:00"},
      .options = {{"UNLOAD", &arguments->unload, "the file that IRRDBU00 wrote", {.type = "FILE", .required = true}},
                  {"--system", &arguments->system, "the name of the new system", {.type = "NAME", .required = true}},
                  {"--plex", &arguments->plex, "the name of its sysplex", {.type = "NAME", .required = true}},
                  {"--certificates",
                   &arguments->certificates,
                   "a folder of the site's certificates: PEM, DER, PKCS#7, PKCS#12",
                   {.type = "FOLDER"}},
                  {"--setropts",
                   &arguments->setropts,
                   "what SETROPTS LIST prints there; else the classes of the prepared system are active",
                   {.type = "FILE"}},
                  {"--anonymise", &arguments->anonymise,
                   "give users, groups, labels, names and all words of the site substitutes, for a report of a defect"},
                  {"--zone",
                   &arguments->zone,
                   "of the times in the unload: how far they are ahead of UTC",
                   {.type = "OFFSET"}}},
      .run = [&program, arguments] { load_unload(program, *arguments); },
      .makes_lab = true};
  append(command.options, password_options(arguments->password, "of PKCS#12 files in the folder"));
  return command;
}

}  // namespace ringside::app
