// emulator/host/process.hpp - the process of a tool (keytool, openssl, the shell): its files, streams, user and
// directory.
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
  /// The next line of standard input without its line end; nullopt at the end of the input. With `hidden` a terminal
  /// does not show what is typed.
  virtual std::optional<std::string> read_line(bool hidden = false) = 0;
  /// The rest of standard input.
  virtual base::Bytes read_rest() = 0;
  /// Drops the input that was sent early and is not read yet. A real program loses it if it reads more than one line at
  /// a time.
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

/// Everything that a tool can read and change.
struct Process {
  lab::Lab& lab;                         ///< clock, randomness, and the security databases of key rings
  const database::SystemRecord& system;  ///< the system that the tool runs on
  std::string user;                      ///< z/OS: a user ID; elsewhere the owner of new files
  Files& files;
  Streams& streams;
  std::string directory = "/";                     ///< the working directory, absolute
  std::map<std::string, std::string> variables{};  ///< the environment
  Network* network = nullptr;                      ///< nullptr: no servers
  bool not_emulated = false;                       ///< the tool was asked for what the real one has and it has not

  /// A path of an argument, absolute and as the file system finds it.
  [[nodiscard]] std::string path(const std::string& file) const { return absolute(files, directory, file); }
};

/// Whether a tool's error says that the real tool has what was asked for: "X is not emulated", "... are not emulated".
bool says_not_emulated(std::string_view error);

}  // namespace ringside::host
