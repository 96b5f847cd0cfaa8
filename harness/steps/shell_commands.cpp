// harness/steps/shell_commands.cpp - commands in the shell of a system.
#include "harness/steps/shell_commands.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/network/lab_network.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "harness/play/secrets.hpp"
#include "harness/play/transcript.hpp"
#include "harness/steps/step_kind.hpp"
#include "parser/shell/redaction.hpp"

namespace ringside::harness {
namespace {

/// Collects output and errors in one text, in their order, as a terminal shows them.
class Terminal final : public host::Streams {
 public:
  Terminal(const std::string& input, Secrets& secrets) : input_(input), secrets_(secrets) {}
  void out(std::string_view text) override { shown_ += text; }
  void error(std::string_view text) override { shown_ += text; }
  std::optional<std::string> read_line(bool hidden) override {
    auto line = input_.read_line(hidden);
    if (hidden && line) secrets_.add(*line);
    return line;
  }
  base::Bytes read_rest() override { return input_.read_rest(); }
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  host::TextStreams input_;
  Secrets& secrets_;
  std::string shown_;
};

/// What a command printed, in one line of limited length.
std::string printed_by(const host::CommandResult& result) {
  constexpr std::size_t longest = 400;
  const std::string text = one_line(base::join(result.shown(), " / "));
  return text.empty() ? "nothing" : text.size() <= longest ? text : text.substr(0, longest) + "...";
}

void hide(const Secrets& secrets, Failure& failure) {
  failure.expected = secrets.hidden(failure.expected);
  failure.came = secrets.hidden(failure.came);
  for (std::string& line : failure.around) line = secrets.hidden(line);
}

host::CommandResult run(ScenarioLab& lab, const ShellCommands::Command& command, const Step& step) {
  const database::SystemRecord record = lab.system(step.system);
  const std::string user = record.kind == "zos" ? step.user : step.host_user;
  ScenarioLab::Shell& shell = lab.shell_of(record, user);
  host::LabFiles own = lab.files(step.system, shell.file_user);
  for (const std::string& secret : parser::shell_secrets(command.text)) lab.secrets().add(secret);
  Terminal terminal(command.input, lab.secrets());
  network::LabNetwork network(lab.lab(), record.name);
  host::Process process{lab.lab(), record, user, own, terminal, shell.directory, shell.variables, &network};
  const auto release = lab.scenario().openssl.find(step.system);
  host::CommandResult result;
  result.return_code = shell::run_script(
      command.text, process, release == lab.scenario().openssl.end() ? openssl::Personality::v3_0 : release->second);
  result.command = lab.secrets().hidden(parser::shell_redacted(command.text));
  for (std::string& line : base::lines(terminal.shown())) result.lines.push_back({"", std::move(line)});
  shell.directory = process.directory;
  shell.variables = process.variables;
  return result;
}

}  // namespace

std::string ShellCommands::title(ScenarioLab& /*lab*/) const {
  if (!source.empty()) return "script " + source;
  return fmt::format("{} command{}", commands.size(), commands.size() == 1 ? "" : "s");
}

void ShellCommands::play(ScenarioLab& lab, const Step& step, StepReport& report) const {
  for (const Command& command : commands) {
    report.commands.push_back(run(lab, command, step));
    const std::size_t before = report.failures.size();
    check_command(command.expect, report.commands.back(), report.failures);
    // The output of these tools has no message numbers, so the failure quotes it.
    if (report.failures.size() > before)
      report.failures.back().came += "; it said: " + printed_by(report.commands.back());
    for (host::OutputLine& line : report.commands.back().lines) line.text = lab.secrets().hidden(line.text);
    for (std::size_t at = before; at < report.failures.size(); ++at) hide(lab.secrets(), report.failures[at]);
  }
}

}  // namespace ringside::harness
