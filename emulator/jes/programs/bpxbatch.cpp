// emulator/jes/programs/bpxbatch.cpp - BPXBATCH: a shell command or a script of the lab's files as a job step (UNIX
// System Services Command Reference, "BPXBATCH").
#include "emulator/jes/programs/bpxbatch.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/host/process.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/racf/users/unix_user.hpp"

namespace ringside::jes {
namespace {

constexpr int not_started = 255;  // BPXBATCH itself failed, not the program that it runs
constexpr int status_factor = 256;
constexpr int condition_code_mask = 4095;  // twelve bits

/// STDPARM takes precedence over PARM; each of its records is an argument.
std::string parameters(const ProgramInput& input) {
  if (input.allocation.find("STDPARM") == nullptr) return base::trim(input.parm);
  std::vector<std::string> arguments;
  for (const parser::Record& record : input.records("STDPARM"))
    if (std::string line = base::trim(record.text); !line.empty()) arguments.push_back(std::move(line));
  return base::join(arguments, " ");
}

std::string script_from(const ProgramInput& input, const std::string& dd) {
  std::string script;
  for (const parser::Record& record : input.records(dd)) script += base::trim_right(record.text) + "\n";
  return script;
}

/// The variables of a log-on, then the NAME=VALUE records of STDENV.
std::map<std::string, std::string> environment(const ProgramInput& input,
                                               std::map<std::string, std::string> variables) {
  for (const parser::Record& record : input.records("STDENV")) {
    const std::string line = base::trim(record.text);
    if (const auto sign = line.find('='); sign != std::string::npos && sign > 0)
      variables[line.substr(0, sign)] = line.substr(sign + 1);
  }
  return variables;
}

void refuse(ProgramOutput& output, const std::string& cause) {
  output.step.condition_code = not_started;
  output.log.push_back(message(MessageId::rsd354i, {cause}));
}

/// Output to a DD that the step does not have is discarded.
void print(const ProgramInput& input, ProgramOutput& output, const std::string& dd, const std::string& text) {
  if (input.allocation.find(dd) != nullptr) {
    Print print{dd, {}};
    for (const std::string& line : base::lines(text)) print.lines.push_back(base::printable(line));
    output.prints.push_back(std::move(print));
  } else if (!text.empty()) {
    output.step.diagnostics.push_back(fmt::format("the step has no DD {}: what the shell printed there is lost", dd));
  }
}

void run_in_shell(const ProgramInput& input, ProgramOutput& output, const racf::UnixUser& identity,
                  const std::string& script, host::Files& files) {
  host::TextStreams streams;
  racf::UnixLogin login = racf::unix_login(input.session);
  host::Process process{input.session.lab,
                        input.session.system,
                        input.session.user,
                        files,
                        streams,
                        login.directory,
                        environment(input, std::move(login.variables))};
  const int status = shell::run_script(script, process);
  if (!identity.has_uid)
    output.step.diagnostics.push_back(
        fmt::format("{} has no UID: a real system starts no shell for such a user", input.session.user));
  output.step.condition_code = status * status_factor & condition_code_mask;
  print(input, output, "STDOUT", streams.output());
  print(input, output, "STDERR", streams.errors());
}

}  // namespace

void run_bpxbatch(const ProgramInput& input, ProgramOutput& output) {
  const std::string text = parameters(input);
  const auto blank = text.find(' ');
  const std::string how = text.substr(0, blank);
  const std::string what = blank == std::string::npos ? std::string{} : base::trim(text.substr(blank));
  const racf::UnixUser identity = racf::unix_user(input.session);
  if (!identity.has_uid && !input.session.lab.rules().lenient)
    return refuse(output, "USER " + input.session.user + " HAS NO UID");
  host::LabFiles files(input.session.lab, input.session.system, identity.user);
  if (how.empty() || how == "SH") {
    const std::string script = what.empty() ? script_from(input, "STDIN") : what;
    return base::trim(script).empty() ? refuse(output, "NEITHER PARM, STDPARM NOR STDIN HOLDS A COMMAND")
                                      : run_in_shell(input, output, identity, script, files);
  }
  if (how != "PGM") return refuse(output, "THE PARAMETER BEGINS NEITHER WITH SH NOR WITH PGM");
  if (what.empty()) return refuse(output, "PGM NAMES NO PROGRAM");
  if (what.find(' ') != std::string::npos) return refuse(output, "ARGUMENTS OF PGM ARE NOT EMULATED");
  const auto program = files.read(host::resolve(identity.home, what));
  if (!program)
    return refuse(output, fmt::format("{}: {}", base::printable(what), host::file_error_text(program.error())));
  return run_in_shell(input, output, identity, std::string(program->begin(), program->end()), files);
}

}  // namespace ringside::jes
