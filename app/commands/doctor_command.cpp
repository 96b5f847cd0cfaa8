// app/commands/doctor_command.cpp - ringside doctor: why a ring or a link does not work, and the commands that repair
// it.
#include <memory>

#include "app/command.hpp"
#include "app/commands/trust_options.hpp"
#include "app/program.hpp"
#include "harness/doctor/diagnosis_text.hpp"
#include "harness/doctor/doctor.hpp"
#include "harness/report/json.hpp"

namespace ringside::app {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

void examine(Program& program, const TrustArguments& arguments) {
  if (arguments.endpoints.size() > 2)
    throw UsageError("doctor takes one ring, or the ring of a client and the ring of a server");
  const auto endpoints = endpoints_of(program, arguments.endpoints);
  const harness::TrustOptions options = options_of(program, arguments, endpoints.size());
  const Pairs links = arguments.endpoints.size() == 2 ? Pairs{{0, 1}} : Pairs{};
  auto diagnosis = harness::diagnose(program.lab(), endpoints, options, links);
  if (!diagnosis) throw UsageError(diagnosis.error());
  diagnosis->empty_rings = remark_on_empty_rings(program, arguments, diagnosis->report.remarks);
  show(program, harness::report::diagnosis_json(*diagnosis), harness::diagnosis_lines(*diagnosis));
  program.status = diagnosis->well() ? 0 : exit_failed;
}

}  // namespace

Command doctor_command(Program& program) {
  auto arguments = std::make_shared<TrustArguments>();
  std::vector<Option> options = {
      {"RING", &arguments->endpoints, "[SYSTEM:]OWNER/RING: one ring, or the client's and the server's, or none"}};
  append(options, trust_options(*arguments));
  return {
      .name = "doctor",
      .about = "why a ring or a link does not work, and the commands that repair it",
      .notes =
          "One ring: checks whether its server would trust itself. Two rings: checks whether the first, a client, "
          "can connect to the second. No ring: checks every link of the lab. Each command is printed after the "
          "system to run it on. The commands are tried and undone: the lab does not change.\n"
          "Exit status: 0 if everything works; 1 if something does not, a ring is empty, or there is no link to try.",
      .examples = {"ringside --lab plex.lab doctor SYSA:IZUSVR/IZUKeyring.IZUDFLT SYSB:IZUSVR/IZUKeyring.IZUDFLT"},
      .options = std::move(options),
      .run = [&program, arguments] { examine(program, *arguments); },
      .takes_global_options = true};
}

}  // namespace ringside::app
