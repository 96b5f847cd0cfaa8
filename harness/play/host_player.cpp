// harness/play/host_player.cpp - plays the steps on systems that have files.
#include "harness/play/host_player.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/host/transfer.hpp"
#include "emulator/hosttools/agent/agent.hpp"
#include "emulator/hosttools/network/engine_store.hpp"
#include "emulator/hosttools/network/lab_network.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "emulator/racf/users/unix_user.hpp"
#include "harness/play/checks.hpp"

namespace ringside::harness {
namespace {

/// Output and errors in one stream, in their order, as a terminal shows them.
class Terminal final : public host::Streams {
 public:
  explicit Terminal(const std::string& input) : input_(input) {}
  void out(std::string_view text) override { shown_ += text; }
  void error(std::string_view text) override { shown_ += text; }
  std::optional<std::string> read_line(bool hidden) override { return input_.read_line(hidden); }
  base::Bytes read_rest() override { return input_.read_rest(); }
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  host::TextStreams input_;
  std::string shown_;
};

std::string words_of(const crypto::SideResult& side) {
  if (!side.verify_text.empty()) return side.verify_text;
  return side.error.empty() ? "the other side refused" : side.error;
}

/// Who refused: the side that judged, and not the one that was told.
Side refusing_side(const crypto::HandshakeOutcome& outcome) {
  if (outcome.trusted) return Side::neither;
  if (outcome.client.verify_error != 0) return Side::client;
  if (outcome.server.verify_error != 0) return Side::server;
  return outcome.client.alert_received.empty() && !outcome.client.error.empty() ? Side::client : Side::server;
}

std::string name_of(Side side) {
  return side == Side::client ? "client" : "server";
}

/// What a command printed, in one line and cut.
std::string said(const host::CommandResult& result) {
  constexpr std::size_t longest = 400;
  const std::string text = one_line(base::join(result.shown(), " / "));
  return text.empty() ? "nothing" : text.size() <= longest ? text : text.substr(0, longest) + "...";
}

struct Direction {
  std::string name;
  const crypto::Party& client;
  const crypto::Party& server;
  const TlsExpectation& expect;
  const std::optional<parser::Position>& must_fail;
};

void judge(const Direction& direction, const std::string& what, const crypto::HandshakeOutcome& outcome,
           StepReport& report) {
  const Side refused_by = refusing_side(outcome);
  const std::string words =
      outcome.trusted ? "" : words_of(refused_by == Side::client ? outcome.client : outcome.server);
  const std::string came =
      outcome.trusted ? "trusted" : fmt::format("refused by the {}: {}", name_of(refused_by), words);
  report.notes.push_back(what + ": " + came);
  if (direction.must_fail) {
    if (outcome.trusted) report.failures.push_back({what, "refused", came, *direction.must_fail});
    return;
  }
  const TlsExpectation& expect = direction.expect;
  const std::string expected = !expect.refused_by ? "trusted"
                               : expect.openssl.empty()
                                   ? fmt::format("refused by the {}", name_of(*expect.refused_by))
                                   : fmt::format("refused by the {}: {}", name_of(*expect.refused_by), expect.openssl);
  const bool holds = expect.refused_by
                         ? refused_by == *expect.refused_by && words.find(expect.openssl) != std::string::npos
                         : outcome.trusted;
  if (!holds) report.failures.push_back({what, expected, came, expect.where});
}

}  // namespace

std::string without_passwords(const std::string& command) {
  static constexpr std::array options = {"-storepass",  "-keypass",     "-srcstorepass", "-deststorepass",
                                         "-srckeypass", "-destkeypass", "-new",          "-k",
                                         "-pass",       "--password"};
  std::string result;
  bool hide = false, first = true;
  for (const std::string& word : base::split(command, ' ')) {
    if (!first) result += " ";
    first = false;
    const bool source = word.starts_with("pass:");
    result += source ? "pass:********" : hide && !word.empty() ? "********" : word;
    if (!word.empty()) hide = std::find(options.begin(), options.end(), word) != options.end();
  }
  return result;
}

database::SystemRecord HostPlayer::system(const std::string& name) {
  const auto record = lab_.systems().find(name);
  if (!record) throw base::Fault("a step runs on the system " + name + ", which its scenario does not have");
  return *record;
}

host::LabFiles HostPlayer::files(const std::string& system_name, const std::string& user) {
  return {lab_, system(system_name), user};
}

/// The shell of a user, as he left it; a first one begins at home.
HostPlayer::Shell& HostPlayer::shell_of(const database::SystemRecord& record, const std::string& user) {
  const auto [at, is_new] = shells_.try_emplace({record.name, user});
  Shell& shell = at->second;
  if (!is_new) return shell;
  shell.file_user = user;
  if (record.kind != "zos") return shell;
  racf::Session session(lab_, record, user);
  const racf::UnixUser identity = racf::unix_user(session);
  racf::make_places(session, identity);
  shell.file_user = identity.user;
  if (files(record.name, identity.user).status(identity.home)) shell.directory = identity.home;
  shell.variables = {{"HOME", identity.home}, {"LOGNAME", user}};
  return shell;
}

host::CommandResult HostPlayer::run(const ShellCommands::Command& command, const Step& step) {
  const database::SystemRecord record = system(step.system);
  const std::string user = record.kind == "zos" ? step.user : step.host_user;
  Shell& shell = shell_of(record, user);
  host::LabFiles own = files(step.system, shell.file_user);
  Terminal terminal(command.input);
  network::LabNetwork network(lab_, record.name);
  host::Process process{lab_, record, user, own, terminal, shell.directory, shell.variables, &network};
  const auto release = scenario_.openssl.find(step.system);
  host::CommandResult result;
  result.command = without_passwords(command.text);
  result.return_code = shell::run_script(
      command.text, process, release == scenario_.openssl.end() ? openssl::Personality::v3_0 : release->second);
  for (std::string& line : base::lines(terminal.shown())) result.lines.push_back({"", std::move(line)});
  shell.directory = process.directory;
  shell.variables = process.variables;
  return result;
}

void HostPlayer::act(const ShellCommands& action, const Step& step, StepReport& report) {
  if (report.title.empty() && !action.source.empty()) report.title = "script " + action.source;
  if (report.title.empty())
    report.title = fmt::format("{} command{}", action.commands.size(), action.commands.size() == 1 ? "" : "s");
  for (const ShellCommands::Command& command : action.commands) {
    report.commands.push_back(run(command, step));
    const std::size_t before = report.failures.size();
    check_command(command.expect, report.commands.back(), report.failures);
    // A tool's text has no message numbers, so the failure shows it as it came.
    if (report.failures.size() > before) report.failures.back().came += "; it said: " + said(report.commands.back());
  }
}

void HostPlayer::act(const PutFile& action, const Step& step, StepReport& report) {
  if (report.title.empty()) report.title = action.path;
  host::LabFiles root = files(step.system, "root");
  const std::string path = host::resolve("/", action.path);
  const std::string owner = action.owner.empty() ? step.host_user : action.owner;
  const auto done = host::put_file(root, path, base::to_bytes(action.content), owner, action.mode);
  if (done)
    report.notes.push_back(fmt::format("{}, {} octets, of {}", path, action.content.size(), owner));
  else
    report.failures.push_back({path, "the file is put", host::file_error_text(done.error()), step.where});
}

void HostPlayer::act(const TransferFile& action, const Step& step, StepReport& report) {
  const std::string file = action.host + ":" + action.path, data_set = action.system + ":" + action.data_set;
  const std::string what = fmt::format("{} copied to {} as {}", action.to_file ? data_set : file,
                                       action.to_file ? file : data_set, action.text ? "text" : "octets");
  if (report.title.empty()) report.title = what;
  host::LabFiles root = files(action.host, "root");
  const std::string owner = action.owner.empty() ? step.host_user : action.owner;
  const auto done = action.to_file ? to_file(action, root, owner) : from_file(action, root);
  if (done)
    report.notes.push_back(fmt::format("{}, {} octets", what, *done));
  else
    report.failures.push_back({what, "the copy is made", done.error(), step.where});
}

tl::expected<std::size_t, std::string> HostPlayer::to_file(const TransferFile& action, host::LabFiles& root,
                                                           const std::string& owner) {
  const auto data_set = host::DataSets(lab_, action.system).find(action.data_set);
  if (!data_set) return tl::unexpected("there is no such data set on " + action.system);
  const auto content = host::file_content(*data_set, action.text ? host::ContentForm::text : host::ContentForm::octets);
  if (!content) return tl::unexpected<std::string>("the data set is not text in IBM-1047");
  const auto done = host::put_file(root, host::resolve("/", action.path), *content, owner);
  if (!done) return tl::unexpected(host::file_error_text(done.error()));
  return content->size();
}

tl::expected<std::size_t, std::string> HostPlayer::from_file(const TransferFile& action, const host::LabFiles& root) {
  const auto content = root.read(host::resolve("/", action.path));
  if (!content) return tl::unexpected(host::file_error_text(content.error()));
  host::DataSets(lab_, action.system)
      .put(action.text ? host::folded_text_records(action.data_set, base::to_text(*content))
                       : host::binary_records(action.data_set, *content));
  return content->size();
}

void HostPlayer::act(const CopyFiles& action, const Step& step, StepReport& report) {
  if (report.title.empty()) report.title = fmt::format("files go from {} to {}", action.from, action.to);
  const host::LabFiles source = files(action.from, "root");
  host::LabFiles target = files(action.to, "root");
  const std::string owner = action.owner.empty() ? step.host_user : action.owner;
  for (const std::string& path : action.paths) {
    const std::string copy = host::resolve(action.into, host::name_of(path));
    const auto done = host::copy_file(source, path, target, copy, owner);
    if (done)
      report.notes.push_back(fmt::format("{}:{} copied to {}:{}, of {}", action.from, path, action.to, copy, owner));
    else
      report.failures.push_back({fmt::format("{}:{} copied to {}:{}", action.from, path, action.to, copy),
                                 "the file is copied", host::file_error_text(done.error()), step.where});
  }
}

void HostPlayer::act(const CheckTls& action, const Step& step, StepReport& report) {
  if (report.title.empty())
    report.title = fmt::format("handshakes of {} and {}", action.agent_system, action.server_system);
  const auto agent = agent::running_agent(files(action.agent_system, "root"), action.agent_folder, lab_.now());
  if (!agent || !agent->party) {
    const std::string why = !agent ? "it does not run" : agent->messages.empty() ? "" : agent->messages.front().text;
    report.failures.push_back({"agent of " + action.agent_system, "it runs, and its files fit", why, step.where});
    return;
  }
  const auto engine =
      network::engine_party(files(action.server_system, "root"), action.key_store, action.trust_store, action.password);
  if (!engine) {
    report.failures.push_back(
        {"engine of " + action.server_system, "its key stores can be read", engine.error(), step.where});
    return;
  }
  for (const crypto::TlsVersion version : action.versions) shake_hands(action, version, *agent->party, *engine, report);
}

void HostPlayer::shake_hands(const CheckTls& action, crypto::TlsVersion version, const crypto::Party& agent,
                             const crypto::Party& engine, StepReport& report) {
  const Direction directions[] = {{action.server_system + " calls the agent on " + action.agent_system, engine, agent,
                                   action.to_agent, action.must_fail},
                                  {"the agent on " + action.agent_system + " calls " + action.server_system, agent,
                                   engine, action.to_server, action.must_fail}};
  crypto::HandshakeOptions options;
  options.version = version;
  options.mutual = true;
  options.at = lab_.now();
  for (const Direction& direction : directions)
    judge(direction, fmt::format("{}, {}", direction.name, to_string(version)),
          crypto::handshake(direction.client, direction.server, options), report);
}

}  // namespace ringside::harness
