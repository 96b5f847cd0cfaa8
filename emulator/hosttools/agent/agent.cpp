// emulator/hosttools/agent/agent.cpp - starts and stops an agent.
#include "emulator/hosttools/agent/agent.hpp"

#include "base/own_message.hpp"
#include "emulator/database/listeners.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"

namespace ringside::agent {
namespace {

using base::OwnMessage;

struct Paths {
  explicit Paths(const std::string& folder) : ita(host::resolve(folder, "ITA/cpa/ita")) {}
  std::string ita;
  [[nodiscard]] std::string ini() const { return ita + "/ita.ini"; }
  [[nodiscard]] std::string certificates() const { return ita + "/cert"; }
  /// The ita.ini of the last start; it exists while the agent runs.
  [[nodiscard]] std::string running() const { return ita + "/ringside-running.ini"; }
};

/// Prints a message, refusals on standard error, and returns its exit status.
int say(host::Process& process, OwnMessage id, const std::vector<std::string>& inserts = {}) {
  const std::string line = base::own_messages().line(id, inserts) + "\n";
  const int status = base::own_messages().row(id).return_code;
  if (status == 0)
    process.streams.out(line);
  else
    process.streams.error(line);
  return status;
}

/// The agent's owner, if this user may start and stop it. Returns nullopt after printing the error.
std::optional<std::string> owner_of(host::Process& process, const Paths& paths) {
  const auto ini = process.files.status(paths.ini());
  if (!ini) {
    say(process, OwnMessage::rsd401e, {paths.ini(), host::file_error_text(ini.error())});
    return std::nullopt;
  }
  const bool superuser = process.user == "root" || process.user == "QSECOFR";
  if (superuser || process.user == ini->owner) return ini->owner;
  say(process, OwnMessage::rsd413e, {ini->owner, process.user});
  return std::nullopt;
}

/// Takes the agent's port. Returns false if another server has it.
bool listens(host::Process& process, const std::string& folder, unsigned port) {
  if (port == 0) return true;
  auto listeners = process.lab.listeners();
  const auto other = listeners.find(process.system.name, port);
  if (other && other->kind == "agent" && other->identity == folder) return true;
  return listeners.add({process.system.name, port, "agent", folder, "", "", "", true});
}

}  // namespace

int shut_down(host::Process& process, const std::string& folder) {
  const Paths paths(folder);
  if (!owner_of(process, paths)) return 1;
  if (!process.files.status(paths.running())) return say(process, OwnMessage::rsd414i);
  if (const auto removed = process.files.remove(paths.running()); !removed)
    return say(process, OwnMessage::rsd401e, {paths.running(), host::file_error_text(removed.error())});
  auto listeners = process.lab.listeners();
  for (const database::Listener& one : listeners.of(process.system.name))
    if (one.kind == "agent" && one.identity == folder) listeners.remove(one.system, one.port);
  return say(process, OwnMessage::rsd415i);
}

int start_up(host::Process& process, const std::string& folder) {
  const Paths paths(folder);
  const auto owner = owner_of(process, paths);
  if (!owner) return 1;
  if (process.files.status(paths.running())) return say(process, OwnMessage::rsd416e);
  const auto ini = process.files.read(paths.ini());
  if (!ini) return say(process, OwnMessage::rsd401e, {paths.ini(), host::file_error_text(ini.error())});
  const Settings settings = read_settings(base::to_text(*ini), paths.certificates());
  const Check check = check_agent(process.files, settings, *owner, process.lab.now());
  for (const Message& message : check.messages) process.streams.error(message.id + " " + message.text + "\n");
  if (!check.passed()) return say(process, OwnMessage::rsd417e);
  if (!listens(process, folder, settings.ssl_port))
    return say(process, OwnMessage::rsd421e, {std::to_string(settings.ssl_port)});
  if (const auto kept = process.files.write(paths.running(), *ini); !kept)
    return say(process, OwnMessage::rsd401e, {paths.running(), host::file_error_text(kept.error())});
  const auto subject = openssl::name_text(check.party->identity->certificate.subject(), "oneline");
  return say(process, OwnMessage::rsd418i, {subject.value_or(""), settings["cert_label"]});
}

std::optional<Check> running_agent(const host::Files& files, const std::string& folder, base::Instant now) {
  const Paths paths(folder);
  const auto ini = files.read(paths.running());
  const auto owner = files.status(paths.ini());
  if (!ini || !owner) return std::nullopt;
  return check_agent(files, read_settings(base::to_text(*ini), paths.certificates()), owner->owner, now);
}

}  // namespace ringside::agent
