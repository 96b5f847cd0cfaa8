// app/commands/trust_command.cpp - ringside trust: tests with real handshakes who trusts whom in a lab.
#include <memory>

#include "app/command.hpp"
#include "app/commands/trust_options.hpp"
#include "app/output/trust_pictures.hpp"
#include "app/program.hpp"
#include "harness/report/json.hpp"
#include "harness/trust/timeline_text.hpp"
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
  show(program, harness::report::timeline_json(*timeline), harness::timeline_lines(*timeline));
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
    show(program, harness::report::trust_json(*report), harness::trust_lines(*report));
  program.status = report->links.empty() ? exit_failed : 0;
}

}  // namespace

Command trust_command(Program& program) {
  auto arguments = std::make_shared<TimedArguments>();
  std::vector<Option> options = {
      {"ENDPOINT", &arguments->endpoints, "rings as SYSTEM:OWNER/RING; none: every ring that holds certificates"}};
  append(options, trust_options(*arguments));
  options.push_back({"--until",
                     &arguments->until,
                     "list every moment from now (or --at) until then at which a link breaks or starts to work, the "
                     "certificates that expire, and the commands that renew them",
                     {.type = "DATE"}});
  append(options, picture_options(arguments->pictures));
  return {.name = "trust",
          .about = "who trusts whom: a real handshake for every pair of key rings",
          .notes =
              "Exit status: 0 if handshakes were made, even if they failed; 1 if no ring holds a certificate, or "
              "if a link breaks before --until.",
          .examples = {"ringside --lab plex.lab trust SYSA:IZUSVR/IZUKeyring.IZUDFLT SYSB:IZUSVR/IZUKeyring.IZUDFLT "
                       "--mutual",
                       "ringside --lab plex.lab trust --until 2030-12-31"},
          .options = std::move(options),
          .run = [&program, arguments] { trust(program, *arguments); },
          .takes_global_options = true};
}

}  // namespace ringside::app
