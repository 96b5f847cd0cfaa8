// app/command_line.cpp - options before the subcommand, the list of subcommands, and the last place that catches
// faults.
#include "app/command_line.hpp"

#include <iostream>

#include <CLI/CLI.hpp>

#include "app/program.hpp"
#include "base/fault.hpp"

namespace ringside::app {
namespace {

constexpr const char* description =
    "Rehearse certificate and key-ring changes for z/OS, offline.\n"
    "Example: ringside --date 2013-05-17 run izusec.jcl";

void add_global_options(CLI::App& app, GlobalOptions& options) {
  app.add_option("--lab", options.lab, "lab file; without it a fresh lab in memory with one z/OS system SYS1")
      ->type_name("FILE");
  app.add_option("--system", options.system, "the system that commands run on")->type_name("NAME");
  app.add_option("--user", options.user, "the user that issues commands (IBMUSER, who is SPECIAL)")->type_name("ID");
  app.add_option("--date", options.date,
                 "set the lab's clock (2013-05-17, 2013-05-17T08:30:00), or 'real'; kept in the lab")
      ->type_name("DATE");
  app.add_option("--seed", options.seed,
                 "derive keys from this text: same bytes on every run, test keys; kept in the lab")
      ->type_name("TEXT");
  app.add_option("--racf-level", options.level, "release to play: 2.5, 3.1 (default) or 3.2")->type_name("LEVEL");
  app.add_option("--keys", options.keys,
                 "who makes RSA keys: search (own, fast; test keys), portable (the same keys without vector "
                 "instructions), openssl")
      ->type_name("MAKER");
  app.add_option("--key-cache", options.key_cache,
                 "folder in which seeded keys are kept for the next run, or 'none' ($RINGSIDE_KEY_CACHE, or the user's "
                 "cache)")
      ->type_name("FOLDER");
  app.add_flag("--strict", options.strict, "refuse what a real system refuses and this one merely warns about");
  app.add_flag("--json", options.json, "one JSON array on standard output, and nothing else there");
  app.set_version_flag("--version", "ringside " RINGSIDE_VERSION);
}

int parse_and_run(CLI::App& app, Program& program, std::vector<std::string> arguments) {
  try {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them last first
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& e) {
    const int status = app.exit(e, program.out(), program.error());
    return status == 0 ? 0 : exit_usage;
  }
  return program.status;
}

}  // namespace

void add_subcommands(CLI::App& app, Program& program) {
  for (const auto add :
       {add_run_command, add_tso_command, add_test_command, add_schema_command, add_trust_command, add_doctor_command,
        add_lab_command, add_put_command, add_get_command, add_transfer_command, add_export_command, add_whois_command,
        add_sh_command, add_openssl_command, add_keytool_command, add_issue_command})
    add(app, program);
}

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error) {
  CLI::App app(description, "ringside");
  Program program({in, out, error});
  app.require_subcommand(1);
  add_global_options(app, program.options);
  add_subcommands(app, program);
  add_shell_command(app, program);
  try {
    return parse_and_run(app, program, arguments);
  } catch (const UsageError& e) {
    error << "ringside: " << e.what() << '\n';
    return exit_usage;
  } catch (const base::Fault& e) {
    error << "ringside: fault: " << e.what() << '\n';
    return exit_fault;
  } catch (const std::exception& e) {
    error << "ringside: fault: " << e.what() << '\n';
    return exit_fault;
  }
}

int run(int argc, char** argv) {
  return run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
}

}  // namespace ringside::app
