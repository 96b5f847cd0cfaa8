// app/commands/doctor_command.cpp - ringside doctor: why a ring or a link does not work, and the commands that mend it.
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands/trust_options.hpp"
#include "app/program.hpp"
#include "harness/doctor/doctor.hpp"
#include "harness/report/json.hpp"

namespace ringside::app {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

void examine(Program& program, const TrustArguments& arguments) {
  program.require_lab_that_exists();
  if (arguments.endpoints.size() > 2) throw UsageError("doctor takes one ring, or a client's and a server's");
  const auto endpoints = endpoints_of(program, arguments.endpoints);
  const harness::TrustOptions options = options_of(program, arguments, endpoints.size());
  const Pairs links = arguments.endpoints.size() == 2 ? Pairs{{0, 1}} : Pairs{};
  const auto diagnosis = harness::diagnose(program.lab(), endpoints, options, links);
  if (!diagnosis) throw UsageError(diagnosis.error());
  show(program, diagnosis_json(*diagnosis), harness::diagnosis_lines(*diagnosis));
  program.status = diagnosis->complaints.empty() ? 0 : exit_failed;
}

}  // namespace

void add_doctor_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("doctor", "why a ring or a link does not work, and the commands that mend it");
  command->fallthrough();
  command->footer(
      "One ring: whether its server would trust itself. Two: whether the first, a client, reaches the second. None:\n"
      "every link of the lab. Each command stands behind the system on which to run it. The commands are tried and\n"
      "undone: the lab stays as it is.\n"
      "Exit status: 0 if all is well, 1 if something is wrong.\n"
      "Example: ringside --lab plex.lab doctor SYSA:IZUSVR/IZUKeyring.IZUDFLT SYSB:IZUSVR/IZUKeyring.IZUDFLT");
  auto arguments = std::make_shared<TrustArguments>();
  command->add_option("RING", arguments->endpoints, "[SYSTEM:]OWNER/RING; a client's and a server's; or none");
  add_trust_options(*command, *arguments);
  command->callback([&program, arguments] { examine(program, *arguments); });
}

}  // namespace ringside::app
