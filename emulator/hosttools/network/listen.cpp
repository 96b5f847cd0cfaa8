// emulator/hosttools/network/listen.cpp - adds and removes listeners.
#include "emulator/hosttools/network/listen.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/own_message.hpp"
#include "base/text.hpp"
#include "emulator/hosttools/network/lab_network.hpp"

namespace ringside::network {
namespace {

constexpr const char* usage =
    "usage: ringside-listen PORT --ring OWNER/RING [--label LABEL] [--mutual]\n"
    "       ringside-listen PORT --key-store FILE [--trust-store FILE] [--password WORD] [--mutual]\n"
    "       ringside-listen PORT --cert FILE [--key FILE] [--ca FILE] [--password WORD] [--mutual]\n"
    "       ringside-listen --stop PORT\n";

int fail(host::Process& process, const std::string& text) {
  constexpr auto id = base::OwnMessage::rsd422e;
  process.streams.error(base::own_messages().line(id, {text}) + "\n");
  return base::own_messages().row(id).return_code;
}

/// An option and the field of the listener that it sets.
struct Option {
  std::string_view name;
  std::string database::Listener::*field;
  std::string_view kind;  ///< of the server; empty for an option that does not set it
  bool file = false;
};
constexpr Option options[] = {{"--ring", &database::Listener::identity, "ring"},
                              {"--key-store", &database::Listener::identity, "store", true},
                              {"--cert", &database::Listener::identity, "pem", true},
                              {"--label", &database::Listener::key, ""},
                              {"--key", &database::Listener::key, "", true},
                              {"--trust-store", &database::Listener::trust, "", true},
                              {"--ca", &database::Listener::trust, "", true},
                              {"--password", &database::Listener::password, ""}};

std::optional<unsigned> port_of(const std::string& text) {
  const auto port = base::number(text, 65'535);
  return port && *port > 0 ? std::optional(static_cast<unsigned>(*port)) : std::nullopt;
}

std::optional<database::Listener> read_listener(const std::vector<std::string>& arguments,
                                                const host::Process& process) {
  const auto port = arguments.empty() ? std::nullopt : port_of(arguments.front());
  if (!port) return std::nullopt;
  database::Listener listener{process.system.name, *port, "", "", "", "", "", false};
  for (std::size_t at = 1; at < arguments.size(); ++at) {
    if (arguments[at] == "--mutual") {
      listener.mutual = true;
      continue;
    }
    const auto* const option = std::find_if(std::begin(options), std::end(options),
                                            [&](const Option& one) { return one.name == arguments[at]; });
    if (option == std::end(options) || ++at == arguments.size()) return std::nullopt;
    listener.*option->field = option->file ? process.path(arguments[at]) : arguments[at];
    if (!option->kind.empty()) listener.kind = option->kind;
  }
  if (listener.kind == "pem" && listener.key.empty()) listener.key = listener.identity;
  return listener.kind.empty() ? std::nullopt : std::optional(listener);
}

int stop(const std::string& text, host::Process& process) {
  const auto port = port_of(text);
  if (port && process.lab.listeners().remove(process.system.name, *port)) return 0;
  return fail(process, "nobody listens on port " + text);
}

}  // namespace

int listen(const std::vector<std::string>& arguments, host::Process& process) {
  if (arguments.size() == 2 && arguments.front() == "--stop") return stop(arguments.back(), process);
  const auto listener = read_listener(arguments, process);
  if (!listener) return process.streams.error(usage), 2;
  LabNetwork network(process.lab, process.system.name, &process.files);
  const auto server = network.server_of(*listener);
  if (!server) return fail(process, server.error());
  for (const std::string& remark : server->remarks) process.streams.error("ringside: " + remark + "\n");
  if (!process.lab.listeners().add(*listener)) return fail(process, fmt::format("port {} is in use", listener->port));
  return 0;
}

}  // namespace ringside::network
