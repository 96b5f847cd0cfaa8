// emulator/racf/command_context.hpp - what a running RACF command works with: its session, and the result that it
// builds.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/racf/message.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// One running command.
class Context {
 public:
  /// `operation` is the number of the command on its system.
  Context(Session& session, std::unique_ptr<base::Randomness> randomness, std::int64_t operation = 0)
      : session_(session), randomness_(std::move(randomness)), operation_(operation) {}

  /// A context without randomness, for checks of authority and for commands that make no key.
  explicit Context(Session& session) : Context(session, nullptr) {}

  [[nodiscard]] Session& session() { return session_; }
  [[nodiscard]] database::SecurityDatabase& database() { return session_.database; }
  [[nodiscard]] const base::Randomness& randomness() const { return *randomness_; }
  /// Returns the new key of the command: the one that was started before the command ran, or one made now.
  [[nodiscard]] crypto::PrivateKey make_key(crypto::KeySpec spec) const {
    return session_.lab.make_key(session_.system.name, operation_, spec, *randomness_);
  }
  [[nodiscard]] const std::string& user() const { return session_.user; }
  /// Of data set names without quotes; empty for none.
  [[nodiscard]] const std::string& prefix() const { return session_.prefix; }
  [[nodiscard]] base::Instant now() const { return session_.lab.now(); }
  [[nodiscard]] base::Zone zone() const { return session_.lab.zone(); }
  [[nodiscard]] const lab::Rules& rules() const { return session_.lab.rules(); }

  /// Prints a message. The return code of the command becomes at least `return_code`.
  void say(MessageId id, const std::vector<std::string>& inserts = {}, int return_code = 0);
  /// Prints a message of PARSE, which is not in the table of RACF messages.
  void say(const parser::Message& message);
  /// Prints a message. The return code of the command becomes at least that of the message. The command goes on.
  void warn(MessageId id, const std::vector<std::string>& inserts = {});
  /// Prints a line of a listing.
  void line(std::string text);
  /// Adds a line to the job log.
  void console(std::string text);
  /// Adds a remark of Ringside's own, which is not part of SYSTSPRT, unless the command has it already.
  void diagnose(std::string text);
  /// Notes that profiles of a class were changed. At the end of the command IRRD175I is printed once for each such
  /// class that is RACLISTed (rulings, "refresh").
  void changed(const std::string& profile_class) { changed_.insert(profile_class); }

  /// Ends the command: prints the refusal if there is one, else IRRD175I for the changed classes. Returns the result,
  /// with `command` as its text. Call it once.
  host::CommandResult finish(std::string command, const Result<void>& outcome);

 private:
  Session& session_;
  std::unique_ptr<base::Randomness> randomness_;
  std::int64_t operation_;
  host::CommandResult result_;
  std::set<std::string> changed_;
};

}  // namespace ringside::racf
