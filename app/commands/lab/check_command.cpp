// app/commands/lab/check_command.cpp - ringside lab check: what is damaged in a lab, or should be looked at.
#include "app/commands/lab/check_command.hpp"

#include <memory>
#include <ostream>

#include <fmt/ostream.h>

#include "app/commands/lab/lab_operand.hpp"
#include "base/text.hpp"
#include "emulator/racf/contents_check.hpp"
#include "twin/audit/audit.hpp"

namespace ringside::app {
namespace {

struct CheckArguments {
  std::string file;
  bool audit = false;
};

/// Checks the whole file and what it holds; opening a lab checks only the pages, and of a large lab not all.
void check_lab(Program& program) {
  std::vector<std::string> damages = program.lab().damages();
  for (std::string& damage : racf::damaged_contents(program.lab())) damages.push_back(std::move(damage));
  if (!damages.empty()) program.status = exit_failed;
  if (program.options.json)
    return program.print_json("lab check", base::Json::array({{{"lab", program.options.lab}, {"damages", damages}}}),
                              {{"damages", damages.size()}});
  for (const std::string& damage : damages) fmt::print(program.out(), "{}\n", base::printable(damage));
  if (damages.empty()) fmt::print(program.out(), "no damage found\n");
}

void audit_lab(Program& program) {
  const twin::AuditReport report = twin::audit(
      twin::holdings_of(program.lab(), systems_to_report(program, program.options.system), twin::Depth::all));
  if (!report.findings.empty()) program.status = exit_failed;
  if (program.options.json)
    return program.print_json("lab check", twin::audit_json(report), twin::audit_counts(report));
  for (const std::string& line : twin::audit_lines(report)) program.out() << line << '\n';
}

}  // namespace

Command check_command(Program& program) {
  const auto arguments = std::make_shared<CheckArguments>();
  return {.name = "check",
          .about = "check every page, certificate and key of a lab file, or audit its certificates and rings",
          .notes =
              "An audit names rings, keys and certificates that an auditor would ask about; docs/twin.md lists\n"
              "its rules. Exit status: 0 if nothing is found, 1 if something is.",
          .examples = {"ringside lab check plex.lab", "ringside lab check plex.lab --audit"},
          .options = {{"FILE", &arguments->file, "the lab, if --lab does not name it"},
                      {"--audit", &arguments->audit, "audit certificates, rings and who may read them"}},
          .run = [&program, arguments] {
            take_lab_file(program, arguments->file);
            if (arguments->audit)
              audit_lab(program);
            else
              check_lab(program);
          }};
}

}  // namespace ringside::app
