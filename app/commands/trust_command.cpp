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
  bool gate = false;
  PictureArguments pictures;
};

/// Whether the links, and the rings that were left out, end the command with exit_failed.
bool fails(const harness::TrustReport& report, std::size_t empty_rings, bool gate) {
  return report.links.empty() || (gate && (report.refused() > 0 || empty_rings > 0));
}

void trust_over_time(Program& program, const std::vector<harness::Endpoint>& endpoints,
                     const harness::TrustOptions& options, const TimedArguments& arguments) {
  auto timeline =
      harness::trust_timeline(program.lab(), endpoints, options,
                              moment_option("--until", arguments.until, program.lab(), base::TimeOfDay::end));
  if (!timeline) throw UsageError(timeline.error());
  const std::size_t empty = remark_on_empty_rings(program, arguments, timeline->start.remarks);
  auto lines = harness::timeline_lines(*timeline);
  const auto refusals = harness::refusal_lines(timeline->start);
  lines.insert(lines.begin() + 1, refusals.begin(), refusals.end());
  const auto remarks = harness::remark_lines(timeline->start);
  lines.insert(lines.end(), remarks.begin(), remarks.end());
  const bool none_holds = timeline->start.refused() == timeline->start.links.size();
  const bool failed = none_holds || timeline->breaks() || fails(timeline->start, empty, arguments.gate);
  program.status = failed ? exit_failed : 0;
  base::Json counts = link_counts(timeline->start, empty);
  counts.update({{"moments", timeline->moments.size()}, {"certificates", timeline->certificates.size()}});
  show(program, "trust", harness::report::timeline_json(*timeline), counts, lines);
}

void trust(Program& program, const TimedArguments& arguments) {
  const auto endpoints = endpoints_of(program, arguments.endpoints);
  const harness::TrustOptions options = options_of(program, arguments, endpoints.size());
  if (!arguments.until.empty()) return trust_over_time(program, endpoints, options, arguments);
  auto report = harness::check_trust(program.lab(), endpoints, options);
  if (!report) throw UsageError(report.error());
  const std::size_t empty = remark_on_empty_rings(program, arguments, report->remarks);
  write_pictures(program, arguments.pictures, *report);
  program.status = fails(*report, empty, arguments.gate) ? exit_failed : 0;
  if (program.options.json || !arguments.pictures.dot)
    show(program, "trust", harness::report::trust_json(*report), link_counts(*report, empty),
         harness::trust_lines(*report));
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
  options.push_back({"--gate", &arguments->gate, "exit status 1 if a link is refused or a ring is empty"});
  append(options, picture_options(arguments->pictures));
  return {.name = "trust",
          .about = "who trusts whom: a real handshake for every pair of key rings",
          .notes =
              "Exit status: 0 if handshakes were made, even if they were refused; with --gate 1 if one was, as a "
              "nightly job needs it. Always 1 if there is no link to try and, with --until, if a link breaks "
              "before then or none holds.",
          .examples = {"ringside --lab plex.lab trust SYSA:IZUSVR/IZUKeyring.IZUDFLT SYSB:IZUSVR/IZUKeyring.IZUDFLT "
                       "--mutual",
                       "ringside --lab plex.lab trust --until +90d --gate"},
          .options = std::move(options),
          .run = [&program, arguments] { trust(program, *arguments); },
          .takes_global_options = true};
}

}  // namespace ringside::app
