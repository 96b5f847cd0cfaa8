// app/commands/trust_command.cpp - ringside trust: who trusts whom in a lab, by real handshakes.
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands/trust_options.hpp"
#include "app/output/trust_pictures.hpp"
#include "app/program.hpp"
#include "harness/report/json.hpp"
#include "harness/trust/trust.hpp"
#include "harness/trust/trust_text.hpp"
#include "harness/trust/trust_timeline.hpp"

namespace ringside::app {
namespace {

struct TimedArguments : TrustArguments {
  std::string until;
  PictureArguments pictures;
};

void trust_over_time(Program& program, const std::vector<harness::Endpoint>& endpoints,
                     const harness::TrustOptions& options, const std::string& until) {
  const base::CivilTime end_of_day{1970, 1, 1, 23, 59, 59};
  const auto timeline = harness::trust_timeline(program.lab(), endpoints, options,
                                                moment_option("--until", until, program.lab().zone(), end_of_day));
  if (!timeline) throw UsageError(timeline.error());
  show(program, timeline_json(*timeline), harness::timeline_lines(*timeline));
  program.status = timeline->start.links.empty() || timeline->breaks() ? exit_failed : 0;
}

void trust(Program& program, const TimedArguments& arguments) {
  const auto endpoints = endpoints_of(program, arguments.endpoints);
  const harness::TrustOptions options = options_of(program, arguments, endpoints.size());
  if (!arguments.until.empty()) return trust_over_time(program, endpoints, options, arguments.until);
  const auto report = harness::check_trust(program.lab(), endpoints, options);
  if (!report) throw UsageError(report.error());
  write_pictures(program, arguments.pictures, *report);
  if (program.options.json || !arguments.pictures.dot)
    show(program, trust_json(*report), harness::trust_lines(*report));
  program.status = report->links.empty() ? exit_failed : 0;
}

}  // namespace

void add_trust_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("trust", "who trusts whom: a real handshake for every pair of key rings");
  command->fallthrough();
  command->footer(
      "Exit status: 0 if handshakes were made, whatever came of them; 1 if no ring holds a certificate, and with "
      "--until\n"
      "if a link breaks in that time.\n"
      "Example: ringside --lab plex.lab trust SYSA:IZUSVR/IZUKeyring.IZUDFLT SYSB:IZUSVR/IZUKeyring.IZUDFLT --mutual\n"
      "Example: ringside --lab plex.lab trust --until 2030-12-31");
  auto arguments = std::make_shared<TimedArguments>();
  command->add_option("ENDPOINT", arguments->endpoints,
                      "rings as SYSTEM:OWNER/RING; without any, every ring that holds certificates");
  add_trust_options(*command, *arguments);
  command
      ->add_option("--until", arguments->until,
                   "every moment from now (or --at) to then at which a link breaks or begins to hold, with the "
                   "certificates that end and the commands that renew them")
      ->type_name("DATE");
  add_picture_options(*command, arguments->pictures);
  command->callback([&program, arguments] { trust(program, *arguments); });
}

}  // namespace ringside::app
