// app/commands/tool_host.hpp - where keytool, openssl and sh run: on real files here, or on a host of a lab.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/program.hpp"
#include "emulator/host/process.hpp"

namespace ringside::app {

/// Standard input, output and error of the program. What is typed after a hidden prompt does not show on a terminal.
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

/// What a process on a host finds around it.
struct Surroundings {
  database::SystemRecord system;
  std::string user;
  std::unique_ptr<host::Files> files;
  std::string directory = "/";
  std::map<std::string, std::string> variables;
};

/// Those of the host of --system, as --user (root where that is a UNIX). UsageError if the lab is not there.
Surroundings lab_host(Program& program);

/// Runs `tool` in a process and keeps its exit status as the program's. With --lab or --system it runs on that host, as
/// --user (root where that is a UNIX); otherwise on real files: all of them from the working directory, or below
/// `root`, which is then "/". `command` names it under --json, where its output becomes a value.
void run_tool(Program& program, const std::string& command, const std::optional<std::string>& root,
              const std::function<int(host::Process&)>& tool);

}  // namespace ringside::app
