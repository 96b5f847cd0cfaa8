// app/commands/lab/report_command.cpp - ringside lab report: what ends when.
#include "app/commands/lab/report_command.hpp"

#include <filesystem>
#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "app/commands/lab/lab_operand.hpp"
#include "app/output/output_file.hpp"
#include "harness/expiry/expiry_page.hpp"
#include "twin/expiry/expiry_text.hpp"

namespace ringside::app {
namespace {

struct ReportArguments {
  std::string file;
  bool expiry = false;
  std::string until, system;
  bool csv = false;
  std::string html;
};

base::Instant end_of_period(Program& program, const std::string& text) {
  lab::Lab& lab = program.lab();
  if (text.empty()) return lab.now() + twin::usual_period;
  const base::Instant until = moment_option("--until", text, lab, base::TimeOfDay::end);
  if (until < lab.now())
    throw UsageError(fmt::format("--until {}: {} is before the lab's clock, {}", text,
                                 base::listing_time(until, lab.zone()), base::listing_time(lab.now(), lab.zone())));
  return until;
}

void report_expiry(Program& program, const ReportArguments& arguments) {
  if (!arguments.expiry) throw UsageError("name the report: --expiry");
  if (arguments.csv && program.options.json) throw UsageError("--csv prints no JSON: it cannot be used with --json");
  const base::Instant until = end_of_period(program, arguments.until);
  const std::string& system = arguments.system.empty() ? program.options.system : arguments.system;
  const twin::ExpiryReport report = twin::expiry_report(
      twin::holdings_of(program.lab(), systems_to_report(program, system), twin::Depth::dates), until);
  if (!arguments.html.empty())
    write_output_file(arguments.html,
                      harness::expiry_page(report, std::filesystem::path(program.options.lab).filename().string()));
  program.status = report.exceptions() == 0 ? 0 : exit_failed;
  if (program.options.json)
    return program.print_json("lab report", twin::expiry_json(report), twin::expiry_counts(report));
  if (arguments.csv) {
    program.out() << twin::expiry_csv(report);
    program.flush();
    program.error() << twin::expiry_summary(report) << '\n';
    return;
  }
  for (const std::string& line : twin::expiry_lines(report)) program.out() << line << '\n';
}

}  // namespace

Command report_command(Program& program) {
  const auto arguments = std::make_shared<ReportArguments>();
  return {.name = "report",
          .about = "report which certificates end, when, on which rings, and whose they are",
          .notes =
              "The columns S to Rings are those of IBM's health check RACF_CERTIFICATE_EXPIRATION: E marks a\n"
              "certificate with TRUST or HIGHTRUST that has ended or ends within the period.\n"
              "Exit status: 0 if no certificate is marked E, 1 if one is.",
          .examples = {"ringside lab report plex.lab --expiry --until +90d",
                       "ringside --lab plex.lab lab report --expiry --system SYSA --csv > expiry.csv"},
          .options = {{"FILE", &arguments->file, "the lab, if --lab does not name it"},
                      {"--expiry", &arguments->expiry, "certificates that have ended or end within the period"},
                      {"--until",
                       &arguments->until,
                       "end of the period; without it 60 days from the lab's clock, as IBM's check",
                       {.type = "DATE"}},
                      {"--system", &arguments->system, "only this system; without it all z/OS systems"},
                      {"--csv", &arguments->csv, "print CSV instead of the table"},
                      {"--html", &arguments->html, "write a report as one page", {.type = "FILE"}}},
          .run = [&program, arguments] {
            take_lab_file(program, arguments->file);
            report_expiry(program, *arguments);
          }};
}

}  // namespace ringside::app
