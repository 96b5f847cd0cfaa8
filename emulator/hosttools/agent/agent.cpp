// emulator/hosttools/agent/agent.cpp - starts and stops an agent.
#include "emulator/hosttools/agent/agent.hpp"

#include <fmt/format.h>

#include "emulator/database/listeners.hpp"
#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"

namespace ringside::agent {
namespace {

struct Paths {
  explicit Paths(const std::string& folder) : ita(host::resolve(folder, "ITA/cpa/ita")) {}
  std::string ita;
  [[nodiscard]] std::string ini() const { return ita + "/ita.ini"; }
  [[nodiscard]] std::string certificates() const { return ita + "/cert"; }
  /// The ita.ini of the last start; it exists while the agent runs.
  [[nodiscard]] std::string running() const { return ita + "/ringside-running.ini"; }
};

int say(host::Process& process, const char* id, const std::string& text, int status) {
  const std::string line = fmt::format("{} {}\n", id, text);
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
    say(process, "RSD401E", fmt::format("{}: {}", paths.ini(), host::file_error_text(ini.error())), 1);
    return std::nullopt;
  }
  const bool superuser = process.user == "root" || process.user == "QSECOFR";
  if (superuser || process.user == ini->owner) return ini->owner;
  say(process, "RSD413E",
      fmt::format("the agent belongs to {}; {} may neither start nor stop it", ini->owner, process.user), 1);
  return std::nullopt;
}

/// Takes the agent's port. Returns false if another server has it.
bool listens(host::Process& process, const std::string& folder, unsigned port) {
  if (port == 0) return true;
  database::Listeners listeners(process.lab.store());
  const auto other = listeners.find(process.system.name, port);
  if (other && other->kind == "agent" && other->identity == folder) return true;
  return listeners.add({process.system.name, port, "agent", folder, "", "", "", true});
}

}  // namespace

int shut_down(host::Process& process, const std::string& folder) {
  const Paths paths(folder);
  if (!owner_of(process, paths)) return 1;
  if (!process.files.status(paths.running())) return say(process, "RSD414I", "the agent does not run", 0);
  if (const auto removed = process.files.remove(paths.running()); !removed)
    return say(process, "RSD401E", fmt::format("{}: {}", paths.running(), host::file_error_text(removed.error())), 1);
  database::Listeners listeners(process.lab.store());
  for (const database::Listener& one : listeners.of(process.system.name))
    if (one.kind == "agent" && one.identity == folder) listeners.remove(one.system, one.port);
  return say(process, "RSD415I", "the agent has stopped", 0);
}

int start_up(host::Process& process, const std::string& folder) {
  const Paths paths(folder);
  const auto owner = owner_of(process, paths);
  if (!owner) return 1;
  if (process.files.status(paths.running())) return say(process, "RSD416E", "the agent runs already", 1);
  const auto ini = process.files.read(paths.ini());
  if (!ini) return say(process, "RSD401E", fmt::format("{}: {}", paths.ini(), host::file_error_text(ini.error())), 1);
  const Settings settings = read_settings(base::to_text(*ini), paths.certificates());
  const Check check = check_agent(process.files, settings, *owner, process.lab.now());
  for (const Message& message : check.messages) process.streams.error(fmt::format("{} {}\n", message.id, message.text));
  if (!check.passed()) return say(process, "RSD417E", "the agent does not start", 1);
  if (!listens(process, folder, settings.ssl_port))
    return say(process, "RSD421E", fmt::format("port {} is in use; the agent does not start", settings.ssl_port), 1);
  if (const auto kept = process.files.write(paths.running(), *ini); !kept)
    return say(process, "RSD401E", fmt::format("{}: {}", paths.running(), host::file_error_text(kept.error())), 1);
  const auto subject = crypto::name_text(check.party->identity->certificate.subject(), "oneline");
  return say(process, "RSD418I",
             fmt::format("the agent has started, with the certificate {} and the label {}", subject.value_or(""),
                         settings["cert_label"]),
             0);
}

std::optional<Check> running_agent(const host::Files& files, const std::string& folder, base::Instant now) {
  const Paths paths(folder);
  const auto ini = files.read(paths.running());
  const auto owner = files.status(paths.ini());
  if (!ini || !owner) return std::nullopt;
  return check_agent(files, read_settings(base::to_text(*ini), paths.certificates()), owner->owner, now);
}

}  // namespace ringside::agent
