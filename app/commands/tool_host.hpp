// app/commands/tool_host.hpp - runs keytool, openssl and sh on real files or on a host of a lab.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/program.hpp"
#include "emulator/host/process.hpp"

namespace ringside::app {

/// Standard input, output and error of the program. A terminal does not show what is typed after a hidden prompt.
class ConsoleStreams final : public host::Streams {
 public:
  explicit ConsoleStreams(Program& program) : program_(program) {}

  void out(std::string_view text) override;
  void error(std::string_view text) override;
  std::optional<std::string> read_line(bool hidden = false) override;
  void drop_typed_ahead() override;
  base::Bytes read_rest() override;
  [[nodiscard]] bool interactive() const override;

 private:
  Program& program_;
};

/// The environment of a process on a host.
struct Surroundings {
  database::SystemRecord system;
  std::string user;
  std::unique_ptr<host::Files> files;
  std::string directory = "/";
  std::map<std::string, std::string> variables;
};

/// The surroundings on the host of --system, for --user (root if not given, on hosts other than z/OS). Throws
/// UsageError if the lab does not exist.
Surroundings lab_host(Program& program);

/// The surroundings of --user on the system of --system, but with the files, the working directory and the environment
/// of this process.
Surroundings machine_surroundings(Program& program);

/// Runs `tool` in a process and sets the exit status of the program to its status. With --lab or --system it runs on
/// that host (see lab_host()), else on real files: with `root`, those below that folder, which is "/" for the tool;
/// without, all files, from the working directory. With --json its output is printed as a JSON value, in which
/// `command` names it.
void run_tool(Program& program, const char* subcommand, const std::string& command,
              const std::optional<std::string>& root, const std::function<int(host::Process&)>& tool);

/// The name of a command line under --json: the tool and its first word, such as "openssl x509".
std::string tool_name(const std::string& tool, const std::vector<std::string>& words);

}  // namespace ringside::app
