// app/serve/serve_command.cpp - ringside serve: the systems of a lab as instances of z/OSMF, each on a port.
#include <map>
#include <memory>
#include <mutex>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/password.hpp"
#include "app/program.hpp"
#include "app/serve/ca_file.hpp"
#include "app/serve/serve_claim.hpp"
#include "app/serve/zowe_config.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/racf/users/kept_password.hpp"
#include "server/services/instances.hpp"

namespace ringside::app {
namespace {

constexpr long most_port = 65'535;
constexpr long most_seconds = 10'000'000;

struct ServeArguments {
  std::vector<std::string> ports;  ///< SYSTEM=N
  std::string ring = "IZUSVR/IZUKeyring.IZUDFLT";
  std::string address = "127.0.0.1";
  std::vector<std::string> passwords;        ///< USER=TEXT
  std::vector<std::string> password_places;  ///< USER=PLACE
  std::string zowe_config, ca_file;
  bool no_csrf_check = false;
  long seconds = 0;  ///< 0: no end
};

/// The two sides of NAME=VALUE, the name in upper case.
std::pair<std::string, std::string> name_and_value(const std::string& option, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size())
    throw UsageError(option + ": must be " + (option == "--port" ? "SYSTEM=NUMBER" : "USER=..."));
  return {base::upper(text.substr(0, equals)), text.substr(equals + 1)};
}

/// The systems that --system names, or all z/OS systems of the lab.
std::vector<database::SystemRecord> served_systems(Program& program) {
  std::vector<database::SystemRecord> systems;
  if (!program.options.system.empty())
    for (const std::string& name : base::split(program.options.system, ','))
      systems.push_back(program.system(base::trim(name)));
  else
    systems = program.lab().systems().all();
  std::erase_if(systems, [](const auto& system) { return system.kind != "zos"; });
  if (systems.empty()) throw UsageError("serve: there is no z/OS system to serve");
  return systems;
}

std::map<std::string, unsigned short> wanted_ports(const ServeArguments& arguments,
                                                   const std::vector<database::SystemRecord>& systems) {
  std::map<std::string, unsigned short> wanted;
  for (const std::string& text : arguments.ports) {
    const auto [name, value] = name_and_value("--port", text);
    const auto number = base::number(value, most_port);
    if (!number) throw UsageError("--port " + text + ": must be SYSTEM=NUMBER");
    const auto is_it = [&, &system = name](const auto& each) { return each.name == system; };
    if (std::none_of(systems.begin(), systems.end(), is_it))
      throw UsageError("--port " + text + ": no such system is served");
    wanted[name] = static_cast<unsigned short>(*number);
  }
  return wanted;
}

/// Keeps the password for the user on every system that has the user.
void keep_password(Program& program, const std::vector<database::SystemRecord>& systems, const std::string& user,
                   const base::Secret& password) {
  bool is_known = false;
  for (const auto& system : systems) {
    racf::Session session(program.lab(), system, user);
    if (!session.database.users.find(user)) continue;
    racf::keep_password(session, user, password);
    is_known = true;
  }
  if (!is_known) throw UsageError("--password: user " + user + " is not defined on a system that is served");
}

void keep_passwords(Program& program, const ServeArguments& arguments,
                    const std::vector<database::SystemRecord>& systems) {
  for (const std::string& text : arguments.passwords) {
    const auto [user, password] = name_and_value("--password", text);
    keep_password(program, systems, user, base::Secret(password));
  }
  for (const std::string& text : arguments.password_places) {
    const auto [user, place] = name_and_value("--password-from", text);
    keep_password(program, systems, user, base::Secret(password_from(program, "--password-from", place)));
  }
}

/// The server of one run of the command.
class Serving {
 public:
  Serving(Program& program, const ServeArguments& arguments)
      : program_(program),
        arguments_(arguments),
        systems_(served_systems(program)),
        instances_(program.lab(), [this](const std::string& line) { log(line); }) {}

  void run() {
    const auto wanted = wanted_ports(arguments_, systems_);
    const auto ring = racf::ring_name(arguments_.ring);
    if (!ring) throw UsageError("--ring " + arguments_.ring + ": must be OWNER/RING");
    for (const auto& system : systems_) claims_.emplace_back(program_.options.lab, system.name);
    keep_passwords(program_, arguments_, systems_);
    instances_.state().lab_file = program_.options.lab;
    instances_.state().checks_csrf = !arguments_.no_csrf_check;
    instances_.state().port_elsewhere = [this](const std::string& system) {
      return served_port(program_.options.lab, system);
    };
    for (std::size_t i = 0; i < systems_.size(); ++i) {
      const auto port = wanted.find(systems_[i].name);
      open(systems_[i], *ring, claims_[i], port == wanted.end() ? static_cast<unsigned short>(0) : port->second);
    }
    if (!arguments_.zowe_config.empty()) write_zowe_config(arguments_.zowe_config, ports_, program_.options.user);
    const bool lacks_ca = !arguments_.ca_file.empty() && !write_ca_file(arguments_.ca_file, instances_);
    tell();
    if (lacks_ca) log(arguments_.ca_file + " is not written: no ring that is served has the CA of its certificate");
    listener_.run(std::chrono::seconds(arguments_.seconds));
    log("stopped");
  }

 private:
  void open(const database::SystemRecord& system, const racf::RingName& ring, ServeClaim& claim,
            unsigned short number) {
    services::Instance& instance = instances_.add(system, ring);
    const auto port =
        listener_.open({arguments_.address, number, [this, &instance] { return instances_.offer(instance); },
                        [this, &instance](const http::Request& r) { return instances_.answer(instance, r); },
                        [this, name = system.name](const std::string& line) { log(name + " " + line); }});
    if (!port)
      throw UsageError(
          fmt::format("serve: {} port {} for {}: {}", arguments_.address, number, system.name, port.error()));
    claim.tell(*port);
    instances_.state().ports[system.name] = *port;
    ports_.emplace_back(system.name, *port);
    rows_.push_back(row(instance, *port));
  }

  static base::Json row(const services::Instance& instance, unsigned port) {
    const auto& problem = instance.ring.problem();
    return {{"system", instance.system.name},
            {"port", port},
            {"url", fmt::format("https://localhost:{}", port)},
            {"ring", racf::to_string(instance.ring.name())},
            {"usable", !problem.has_value()},
            {"problem", problem ? problem->text : ""},
            {"commands", problem ? problem->commands : std::vector<std::string>{}},
            {"ca_sha256", instance.ring.ca_fingerprint()}};
  }

  void tell() {
    if (program_.options.json) {
      program_.print_json("serve", rows_, {{"systems", static_cast<std::int64_t>(ports_.size())}});
      return program_.flush();
    }
    for (const auto& each : instances_.all()) {
      const auto& ring = each->ring;
      const unsigned port = instances_.state().ports[each->system.name];
      fmt::print(program_.out(), "{:<8} https://localhost:{} ring {}\n", each->system.name, port,
                 racf::to_string(ring.name()));
      if (const auto& problem = ring.problem()) {
        fmt::print(program_.out(), "         cannot be used: {}\n", base::printable(problem->text));
        for (const std::string& command : problem->commands)
          fmt::print(program_.out(), "           {}\n", base::printable(command));
      } else if (!ring.ca_fingerprint().empty()) {
        fmt::print(program_.out(), "         CA SHA-256 {}\n", ring.ca_fingerprint());
      }
    }
    program_.flush();
  }

  void log(const std::string& line) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::lock_guard lock(log_mutex_);
    fmt::print(program_.error(), "{:%Y-%m-%dT%H:%M:%SZ} {}\n", fmt::gmtime(now), line);
    program_.error().flush();
  }

  Program& program_;
  const ServeArguments& arguments_;
  std::mutex log_mutex_;
  std::vector<database::SystemRecord> systems_;
  std::vector<ServeClaim> claims_;
  services::Instances instances_;
  http::Listener listener_;
  std::vector<std::pair<std::string, unsigned>> ports_;
  base::Json rows_ = base::Json::array();
};

void serve(Program& program, const ServeArguments& arguments) {
  if (program.options.lab.empty()) throw UsageError("serve: --lab must name the lab");
  if (program.lab().is_read_only())
    throw UsageError(program.options.lab + ": serve needs a lab that it can write to; this one is read-only");
  Serving(program, arguments).run();
}

}  // namespace

Command serve_command(Program& program) {
  auto arguments = std::make_shared<ServeArguments>();
  return {
      .name = "serve",
      .about = "offer z/OSMF's REST services on the systems of a lab, for Zowe, curl and other clients",
      .notes =
          "Each z/OS system of the lab, or those that --system names (SYSA,SYSB), gets a port of this machine, which "
          "is "
          "printed. TLS uses the key ring: its default certificate, its CAs, and the ring as it is at the time of each "
          "connection. The log is on standard error, a line for each request.\n"
          "A user without a password cannot log on with one: --password gives one to a user, and the lab keeps a hash "
          "of it.\n"
          "Stops at Ctrl-C and SIGTERM. Exit status: 0, or 64 if a port is taken, another process serves the system, "
          "or "
          "the lab cannot be written to.",
      .examples = {"ringside --lab my.lab serve --password-from IBMUSER=file:pw.txt --seconds 2",
                   "ringside --lab my.lab serve --zowe-config zowe.config.json --ca-file ca.pem --seconds 2"},
      .options =
          {{"--port", &arguments->ports, "the port of a system; without it a free one", {.type = "SYSTEM=N"}},
           {"--ring", &arguments->ring, "the key ring of the server", {.type = "OWNER/RING", .shows_default = true}},
           {"--address",
            &arguments->address,
            "the address to listen on; other addresses than 127.0.0.1 let other machines in",
            {.type = "ADDRESS", .shows_default = true}},
           {"--password", &arguments->passwords, "give a user a password", {.type = "USER=PASSWORD"}},
           {"--password-from",
            &arguments->password_places,
            "where that password is: USER=file:PATH (its first line), USER=env:NAME or USER=stdin, which other "
            "users cannot see",
            {.type = "USER=PLACE"}},
           {"--zowe-config",
            &arguments->zowe_config,
            "write a zowe.config.json with a profile for each system",
            {.type = "FILE"}},
           {"--ca-file",
            &arguments->ca_file,
            "write the CA certificates above those that the servers show, as PEM: what clients must trust",
            {.type = "FILE"}},
           {"--no-csrf-check", &arguments->no_csrf_check, "answer requests without the header X-CSRF-ZOSMF-HEADER too"},
           {"--seconds",
            &arguments->seconds,
            "stop after this time",
            {.type = "N", .range = std::pair<long, long>{0, most_seconds}}}},
      .run = [&program, arguments] { serve(program, *arguments); },
      .takes_global_options = true};
}

}  // namespace ringside::app
