// emulator/host/process.hpp - what a distributed tool (keytool, openssl, the shell) runs in: files, streams, who,
// where.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "emulator/database/systems.hpp"
#include "emulator/host/files.hpp"
#include "emulator/host/network.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::host {

/// Standard input, output and error of one process.
class Streams {
 public:
  virtual ~Streams() = default;
  virtual void out(std::string_view text) = 0;
  virtual void error(std::string_view text) = 0;
  /// The next line of standard input without its end; nothing at the end of the input. `hidden` asks a terminal not to
  /// show what is typed; it means nothing elsewhere.
  virtual std::optional<std::string> read_line(bool hidden = false) = 0;
  /// All of standard input that is left.
  virtual base::Bytes read_rest() = 0;
  /// Forgets what was sent ahead of time and is not read yet: lost to a program whose reader took more than its line.
  virtual void drop_typed_ahead() {}
  /// Whether standard input is a terminal.
  [[nodiscard]] virtual bool interactive() const { return false; }
};

/// Streams kept in memory: for tests, scenarios, pipes and redirections.
class TextStreams final : public Streams {
 public:
  explicit TextStreams(std::string input = {}) : input_(std::move(input)) {}
  void out(std::string_view text) override { output_ += text; }
  void error(std::string_view text) override { errors_ += text; }
  std::optional<std::string> read_line(bool hidden = false) override;
  base::Bytes read_rest() override;
  void drop_typed_ahead() override { at_ = input_.size(); }
  [[nodiscard]] const std::string& output() const { return output_; }
  [[nodiscard]] const std::string& errors() const { return errors_; }

 private:
  std::string input_;
  std::size_t at_ = 0;
  std::string output_;
  std::string errors_;
};

/// A tool reads and changes nothing that is not reachable from here.
struct Process {
  lab::Lab& lab;                         ///< clock, randomness, and the security databases of key rings
  const database::SystemRecord& system;  ///< the host that the tool runs on
  std::string user;                      ///< z/OS: a user ID; elsewhere the owner of new files
  Files& files;
  Streams& streams;
  std::string directory = "/";                     ///< the working directory, absolute
  std::map<std::string, std::string> variables{};  ///< the environment
  Network* network = nullptr;                      ///< nothing: nobody listens anywhere
};

}  // namespace ringside::host
